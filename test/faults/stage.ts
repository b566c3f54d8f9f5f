import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Env } from '../../server/config/env.ts'
import type { Db } from '../../server/db/database.ts'
import type { Tenant, TestWorld } from '../support/app.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { eventually } from '../support/wait.ts'

/** Everything is unlocked and nobody's limit is reached: what is tested here is another matter. */
export function generousPolicy(changes: Record<string, unknown> = {}): Env {
  const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.json')
  const policy = {
    unlockMinutes: { standard: [0, 0, 0, 0], plus: [0, 0, 0, 0], premium: [0, 0, 0, 0] },
    levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 10_000, inWork: 10_000 }))
  }
  writeFileSync(file, JSON.stringify({ ...policy, ...changes }))
  return { POLICY_FILE: file }
}

/** A new request, reserved by the tenant's agent; answers the reservation's id. */
export async function reserveOne(world: TestWorld, tenant: Tenant): Promise<string> {
  const pushed = await world.staff.push(aPushedRequest(), 'request.created', world.clock.now())
  const { reservation } = (await tenant.agent.reserve(pushed.body.id as string)).expect(201)
  return reservation.id as string
}

export async function untilDelivery(world: TestWorld, reservationId: string, state: string): Promise<string | null> {
  return eventually(`delivery ${state}`, async () => {
    const row = await world.app.ctx.db
      .selectFrom('delivery')
      .select(['state', 'error'])
      .where('reservationId', '=', reservationId)
      .executeTakeFirstOrThrow()
    if (row.state !== state) throw new Error(`${row.state}: ${row.error}`)
    return row.error ?? 'no error'
  })
}

/** Nothing is due and nothing runs. */
export async function untilIdle(world: TestWorld): Promise<void> {
  await eventually('an empty outbox', async () => {
    const now = world.clock.now().toISOString()
    const job = await world.app.ctx.db
      .selectFrom('job')
      .select(['kind', 'lastError'])
      .where((row) => row.or([row('lockedBy', 'is not', null), row('dueAt', '<=', now)]))
      .executeTakeFirst()
    if (job) throw new Error(`${job.kind}: ${job.lastError}`)
    return true
  })
}

/** Every table's rows as text, for looking whether something is anywhere. */
export async function readStore(db: Db): Promise<Record<string, string>> {
  const tables = await db.introspection.getTables()
  const texts: Record<string, string> = {}
  for (const { name } of tables)
    texts[name] = JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(db)).rows)
  return texts
}

export const tablesWith = (store: Record<string, string>, text: string): string[] =>
  Object.keys(store).filter((table) => store[table]!.includes(text))

/** How many leads or deals of the portal carry the reservation's key. */
export const itemsOf = ({ portal }: Tenant, reservationId: string): number =>
  [1, 2].reduce((sum, type) => sum + portal.crm.list(type).filter((item) => item.originId === reservationId).length, 0)
