import { pino } from 'pino'
import { DEFAULT_POLICY, type Policy } from '../../server/config/policy.ts'
import type { AppContext } from '../../server/context.ts'
import type { Db } from '../../server/db/database.ts'
import type { PartnerCaller } from '../../server/http/caller.ts'
import { ContactVault } from '../../server/vault/contact-vault.ts'
import { Keys } from '../../server/vault/keys.ts'
import { NOW, partnerRow, portalRow } from './rows.ts'

/** What use cases need that ask no portal. */
export function contextOf(db: Db, more: { now?: () => Date; policy?: Partial<Policy> } = {}): AppContext {
  const keys = new Keys(Buffer.alloc(32, 5))
  return {
    db,
    keys,
    vault: new ContactVault(keys),
    policy: { ...DEFAULT_POLICY, ...more.policy },
    clock: { now: more.now ?? (() => new Date(NOW)) },
    log: pino({ level: 'silent' })
  } as Partial<AppContext> as AppContext
}

/** An agent of a partner, as the session tells. */
export function callerOf(more: Partial<PartnerCaller> = {}): PartnerCaller {
  const partner = more.partner ?? partnerRow()
  return {
    portal: portalRow({ partnerCode: partner.code }),
    user: { id: 1, name: 'Ada', isAdmin: false },
    lang: 'en',
    isStaff: false,
    level: 1,
    locations: [partner.homeCountry],
    ...more,
    partner
  }
}
