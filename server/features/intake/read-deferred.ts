import { setTimeout as pause } from 'node:timers/promises'
import type { AppContext } from '../../context.ts'
import { isPassing, isUnavailable } from '../../db/dialect.ts'
import type { DeferredPushTable } from '../../db/tables/message.ts'
import { commitQueueOf } from '../../webhooks/commit-queue.ts'
import { listDeferred, takeDeferred } from '../../webhooks/repository.ts'
import { burstWatchOf } from './burst-watch.ts'
import { storeTaken, tryToRead } from './deferred-pushes.ts'
import { inSlices } from './in-slices.ts'
import type { Push } from './receive-request.ts'

/** Few, because their storing keeps all others waiting. */
const AT_ONCE = 20
const AT_ONCE_IN_BURST = 2
const ROUND_MS = 5_000
/** So long a burst is only answered; then reading goes on beside it, and rests for so many times as long as it worked. */
const ONLY_ANSWERED_MS = 5_000
const RESTS = 2
/** Nobody waits for ever. */
const LONGEST_WAIT_MS = 15_000

/** Reads what was put off during a burst, the oldest first. What is left after a round has its turn in the next. */
export async function readDeferred(ctx: AppContext): Promise<void> {
  const endsAt = performance.now() + ROUND_MS
  const watch = burstWatchOf(ctx)
  while (performance.now() < endsAt) {
    const startedAt = performance.now()
    const rows = await listDeferred(ctx.db, watch.isOn() ? AT_ONCE_IN_BURST : AT_ONCE)
    const [oldest] = rows
    if (!oldest) return
    const waitedMs = ctx.clock.now().getTime() - Date.parse(oldest.receivedAt)
    if (watch.isOn() && waitedMs < ONLY_ANSWERED_MS) return
    await readSlice(ctx, rows)
    if (watch.isOn() && waitedMs < LONGEST_WAIT_MS) await pause((performance.now() - startedAt) * RESTS)
  }
}

async function readSlice(ctx: AppContext, rows: DeferredPushTable[]): Promise<void> {
  const pushes = await inSlices(rows, (row) => tryToRead(ctx, row))
  const read = new Map(rows.map((row, index) => [row.requestId, pushes[index] ?? null]))
  try {
    await store(ctx, rows, read)
  } catch (error) {
    if (isPassing(error) || isUnavailable(error)) throw error
    await storeApart(ctx, rows, read)
  }
}

/** One of them is no reason to keep the others waiting. */
async function storeApart(ctx: AppContext, rows: DeferredPushTable[], read: Map<string, Push | null>): Promise<void> {
  for (const row of rows)
    try {
      await store(ctx, [row], read)
    } catch (error) {
      if (isPassing(error) || isUnavailable(error)) throw error
      ctx.log.error({ err: error, requestId: row.requestId }, 'a deferred request could not be stored')
      await store(ctx, [row], new Map())
    }
}

/** Rows that a later message has taken out meanwhile are done. */
async function store(ctx: AppContext, rows: DeferredPushTable[], read: Map<string, Push | null>): Promise<void> {
  const ids = rows.map(({ requestId }) => requestId)
  await commitQueueOf(ctx.db).submit(async (trx) => {
    const taken = await takeDeferred(trx, 'requestId', ids)
    await storeTaken(ctx, trx, taken, ({ requestId }) => read.get(requestId) ?? null)
  })
}
