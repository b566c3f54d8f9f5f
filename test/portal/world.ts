import type { AuthServer } from './auth-server.ts'
import type { Clock } from './clock.ts'
import type { AppCard } from './options.ts'
import type { EmulatedPortal } from './portal.ts'
import type { TokenBook } from './tokens.ts'

/** The Marketplace card with everything filled in. */
export type KnownApp = Required<Omit<AppCard, 'appUrl' | 'installUrl'>> & { appUrl?: string; installUrl?: string }

/** What a portal knows of the world around it. */
export interface World {
  readonly clock: Clock
  readonly tokens: TokenBook
  readonly authServer: AuthServer
  readonly app: KnownApp
  readonly portals: EmulatedPortal[]
}
