import type { Clock } from './clock.ts'
import type { Config } from './config/config.ts'
import type { Policy } from './config/policy.ts'
import type { Db } from './db/database.ts'
import type { Log } from './log.ts'
import { TokenStore } from './portals/tokens.ts'
import { ContactVault } from './vault/contact-vault.ts'
import { Keys } from './vault/keys.ts'
import { AuthServers } from './bitrix24/auth-servers.ts'
import { PortalClients } from './bitrix24/portal-client.ts'

/** What every use case may need, built once a process. */
export interface AppContext {
  config: Config
  policy: Policy
  db: Db
  clock: Clock
  log: Log
  keys: Keys
  vault: ContactVault
  tokens: TokenStore
  authServers: AuthServers
  portals: PortalClients
}

export function createContext(parts: { config: Config; db: Db; clock: Clock; log: Log }): AppContext {
  const { config, db, clock, log } = parts
  const keys = new Keys(config.appSecret, config.appSecretsBefore)
  const tokens = new TokenStore(keys)
  const authServers = new AuthServers(config)
  return {
    ...parts,
    policy: config.policy,
    keys,
    vault: new ContactVault(keys),
    tokens,
    authServers,
    portals: new PortalClients({ db, clock, log, tokens, authServers, isLoopback: config.isLoopback })
  }
}
