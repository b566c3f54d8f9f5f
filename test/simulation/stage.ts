import { pino } from 'pino'
import { DEFAULT_POLICY } from '../../server/config/policy.ts'
import type { AppContext } from '../../server/context.ts'
import { migrate } from '../../server/db/migrate.ts'
import { ContactVault } from '../../server/vault/contact-vault.ts'
import { Keys } from '../../server/vault/keys.ts'
import { partnerRow, portalRow, requestRow, reservationRow } from '../support/rows.ts'
import { Crashes, openCrashing } from './crashes.ts'
import type { FakePortal } from './fake-portal.ts'
import { SimClock } from './sim-clock.ts'

export const PARTNER = 'partner'
const REQUEST = 'request'

/** One store for all seeds of a run; each seed has a portal and a reservation of its own. */
export class Stage {
  readonly crashes: Crashes
  readonly clock: SimClock
  readonly ctx: AppContext
  portal: FakePortal | undefined

  private constructor(crashes: Crashes, clock: SimClock, ctx: AppContext) {
    this.crashes = crashes
    this.clock = clock
    this.ctx = ctx
  }

  static async open(): Promise<Stage> {
    const crashes = new Crashes()
    const clock = new SimClock()
    const keys = new Keys(Buffer.alloc(32, 5))
    const ctx = {
      ...{ db: openCrashing(crashes), keys, clock, policy: DEFAULT_POLICY, vault: new ContactVault(keys) },
      log: pino({ level: 'silent' })
    } as unknown as AppContext
    const stage = new Stage(crashes, clock, ctx)
    ctx.portals = { of: () => stage.portal!.client } as unknown as AppContext['portals']
    await migrate(ctx.db)
    await ctx.db
      .insertInto('partner')
      .values(partnerRow({ code: PARTNER }))
      .execute()
    await ctx.db
      .insertInto('request')
      .values(requestRow({ id: REQUEST }))
      .execute()
    const contact = { name: 'Erika Beispiel', company: 'Musterwerk', email: 'erika@werk.example' }
    const original = { summary: 'CRM', description: null }
    await ctx.vault.put(ctx.db, REQUEST, { contact, original }, clock.now().toISOString())
    return stage
  }

  /** What a reservation's transaction leaves: itself, its delivery and the job. */
  async reserve(reservationId: string, memberId: string): Promise<void> {
    const { db, clock } = this.ctx
    const at = clock.now().toISOString()
    for (const table of [
      'job',
      'change',
      'crm_item',
      'reservation_event',
      'delivery',
      'reservation',
      'portal'
    ] as const)
      await db.deleteFrom(table).execute()
    const row = reservationRow({ id: reservationId, requestId: REQUEST, partnerCode: PARTNER, memberId })
    await db
      .insertInto('portal')
      .values(portalRow({ memberId, partnerCode: PARTNER }))
      .execute()
    await db
      .insertInto('reservation')
      .values({ ...row, reservedAt: at, progressAt: at })
      .execute()
    await db
      .insertInto('delivery')
      .values({
        ...{ reservationId, memberId, state: 'pending', target: null, assigneeId: null, attempts: 0, error: null },
        ...{ nextAttemptAt: at, steps: '{}', deliveredAt: null, updatedAt: at }
      })
      .execute()
  }
}
