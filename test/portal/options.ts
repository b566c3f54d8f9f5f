import type { Clock } from './clock.ts'

export type CrmMode = 'classic' | 'simple'

/** `free`: no REST at all; `unpaid`: the subscription has ended; the rest differ in the rate limit. */
export type Plan = 'free' | 'basic' | 'standard' | 'professional' | 'enterprise' | 'unpaid'

export interface UserSpec {
  id?: number
  name?: string
  lastName?: string
  email?: string
  lang?: string
  timeZone?: string
  position?: string
  isAdmin?: boolean
  active?: boolean
  isExtranet?: boolean
}

/** The Marketplace card of the application, as the platform knows it. */
export interface AppCard {
  clientId: string
  clientSecret: string
  code?: string
  title?: string
  /** by the portal's language, where it has one of its own */
  titles?: Record<string, string>
  appUrl?: string
  installUrl?: string
  scope?: string[]
  version?: number
  /** L local, F free, D demo, T trial, P paid, S subscription */
  status?: string
}

export interface PortalOptions {
  name: string
  memberId?: string
  lang?: string
  crmMode?: CrmMode
  /** the first one is the base currency */
  currencies?: string[]
  users?: UserSpec[]
  port?: number
  timeZone?: string
  plan?: Plan
  enterprise?: boolean
  onPremise?: boolean
  /** false: neither the rate bucket nor the operating budget, for load tests */
  limits?: boolean
}

export interface WorldOptions {
  port?: number
  clock?: Clock
  app?: AppCard
}
