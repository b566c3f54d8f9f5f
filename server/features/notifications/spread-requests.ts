import type { Service } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { locationOf } from '../../partners/locations.ts'
import { passesFilters, settingsOf } from '../../portals/settings.ts'
import { isReleased, type ReleasedRequest } from '../../requests/repository.ts'
import { unlocksAt } from '../../requests/unlock.ts'
import { listLocations, listSubscribers, listUnspread, markSpread, type Subscriber } from './repository.ts'
import { nextDigestAt, timeZoneOf } from './rules.ts'

const AT_ONCE = 50

interface Listener extends Subscriber {
  settings: ReturnType<typeof settingsOf>
  locations: string[]
}

/** Plans the notices of newly released requests: for each portal that wants one, when it unlocks for its level. */
export async function spreadRequests(ctx: AppContext): Promise<number> {
  let listeners: Listener[] | undefined
  for (let total = 0; ;) {
    const rows = await listUnspread(ctx.db, AT_ONCE)
    if (rows.length === 0) return total
    const known = (listeners ??= await readListeners(ctx))
    const at = ctx.clock.now().toISOString()
    await transact(ctx.db, async (trx) => {
      for (const request of rows)
        if (isReleased(request) && request.state === 'open') await tellListeners(ctx, trx, request, known)
      await markSpread(
        trx,
        rows.map(({ id }) => id),
        at
      )
    })
    total += rows.length
  }
}

async function readListeners(ctx: AppContext): Promise<Listener[]> {
  const now = ctx.clock.now()
  const subscribers = (await listSubscribers(ctx.db)).filter((one) => ineligibility(one, now).length === 0)
  const extras = await listLocations(
    ctx.db,
    subscribers.map(({ code }) => code)
  )
  return subscribers.map((one) => ({
    ...one,
    settings: settingsOf(one.document),
    locations: [one.homeCountry, ...(extras.get(one.code) ?? [])]
  }))
}

async function tellListeners(
  ctx: AppContext,
  trx: Trx,
  request: ReleasedRequest,
  listeners: Listener[]
): Promise<void> {
  const services = JSON.parse(request.services) as Service[]
  const languages = JSON.parse(request.languages) as string[]
  for (const listener of listeners)
    if (locationOf(listener.locations, request) && passesFilters(listener.settings, { services, languages }))
      await planNotices(ctx, trx, request, listener)
}

/** A queue of its own, so that notices never keep a delivery waiting. */
async function planNotices(ctx: AppContext, trx: Trx, request: ReleasedRequest, listener: Listener): Promise<void> {
  const now = ctx.clock.now()
  const { memberId, settings } = listener
  const { newRequests, digest } = settings.notifications
  const queue = noticeQueue(memberId)
  if (newRequests) {
    const dueAt = unlocksAt(request, listener.level ?? 1, ctx.policy)
    const dedupeKey = noticeKey(memberId, request.id)
    await enqueue(
      trx,
      'agent.notify',
      { memberId, subjectId: request.id, notice: 'request_new' },
      { now, dueAt, queue, dedupeKey }
    )
  }
  if (digest) {
    const dueAt = nextDigestAt(timeZoneOf(listener), now)
    const dedupeKey = `notify:${memberId}:digest`
    await enqueue(
      trx,
      'agent.notify',
      { memberId, subjectId: request.releasedAt, notice: 'requests_digest' },
      { now, dueAt, queue, dedupeKey }
    )
  }
}

export const noticeKey = (memberId: string, requestId: string): string => `notify:${memberId}:${requestId}`
export const noticeQueue = (memberId: string): string => `notify:${memberId}`
