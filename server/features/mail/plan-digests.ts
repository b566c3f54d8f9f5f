import { after, DAY, HOUR } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { listDuePartners, type Moment } from './repository.ts'
import { lineOf } from './rules.ts'

const AT_ONCE = 500
const LINES = 4
const SETTLED_MS = 5_000
const EVERY_MS = 10_000

export const momentOf = (now: Date): Moment => ({
  now: now.toISOString(),
  settled: after(now, -SETTLED_MS),
  oldest: after(now, -DAY),
  lastSentBefore: after(now, -HOUR)
})

const plannedAt = new WeakMap<AppContext, number>()

/** Puts due digests into the outbox. Nothing is kept a request: what is new is found by comparing times. */
export async function planDigests(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now()
  const last = plannedAt.get(ctx) ?? -Infinity
  if (ctx.config.mail === null || Math.abs(now.getTime() - last) < EVERY_MS) return
  plannedAt.set(ctx, now.getTime())
  for (const partnerCode of await listDuePartners(ctx.db, momentOf(now), AT_ONCE)) {
    const options = { now, queue: `mail:${lineOf(partnerCode, LINES)}`, dedupeKey: `mail:${partnerCode}` }
    await enqueue(ctx.db, 'mail.digest', { partnerCode }, options)
  }
}
