import { after, DAY } from './clock.ts'
import type { AppContext } from './context.ts'
import { deleteCallsBefore } from './bitrix24/repository.ts'
import { deleteChangesBefore } from './changes/repository.ts'
import { eraseOverdue } from './features/erasure/erase-overdue.ts'
import { eraseRequest } from './features/intake/close-request.ts'
import { expireRequests } from './features/intake/expire-requests.ts'
import { readDeferred } from './features/intake/read-deferred.ts'
import { deleteEventsBefore } from './features/installation/repository.ts'
import { checkTroubledPortals, keepTokensAlive } from './features/installation/reconcile-portal.ts'
import { deleteFailuresBefore, deleteMessagesBefore, deleteReplayedBefore } from './webhooks/repository.ts'
import { planDigests } from './features/mail/plan-digests.ts'
import { spreadRequests } from './features/notifications/spread-requests.ts'
import { sweepOutcomes } from './features/outcomes/sweep-outcomes.ts'
import { recalculateDueRatings } from './features/ratings/recalculate-rating.ts'
import { deleteSessionsBefore } from './portals/repository.ts'

const TICK_MS = 1_000
const HOUSEKEEPING_MS = 600_000

/** Looks for due work by comparing stored times with now: a moved clock or a long sleep loses nothing. */
export class Timers {
  readonly #ctx: AppContext
  #timer: NodeJS.Timeout | undefined
  #housekeptAt = 0
  #running: Promise<void> | undefined

  constructor(ctx: AppContext) {
    this.#ctx = ctx
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
    this.#tick()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  #tick(): void {
    this.#running ??= this.run().finally(() => {
      this.#running = undefined
    })
  }

  /** One round; a failing part does not keep the others from running. */
  async run(): Promise<void> {
    const ctx = this.#ctx
    const work = [
      readDeferred,
      expireRequests,
      recalculateDueRatings,
      sweepOutcomes,
      checkTroubledPortals,
      spreadRequests,
      planDigests
    ]
    if (Math.abs(ctx.clock.now().getTime() - this.#housekeptAt) > HOUSEKEEPING_MS) {
      this.#housekeptAt = ctx.clock.now().getTime()
      work.push(keepHouse, eraseClosed, keepTokensAlive)
    }
    for (const part of work)
      await part(ctx).catch((error: unknown) => ctx.log.error({ err: error, part: part.name }, 'due work failed'))
  }
}

const eraseClosed = (ctx: AppContext) => eraseOverdue(ctx, (trx, closing) => eraseRequest(ctx, trx, closing))

/** What has had its time. Webhook ids outlive the longest retry of a sender; REST calls are kept for three days. */
async function keepHouse({ db, clock, policy }: AppContext): Promise<void> {
  const now = clock.now()
  // An expired session still answers that it has expired, so that the frame opens a new one.
  await deleteSessionsBefore(db, after(now, -DAY))
  await deleteChangesBefore(db, after(now, -DAY))
  await deleteCallsBefore(db, after(now, -3 * DAY))
  await deleteMessagesBefore(db, after(now, -14 * DAY))
  await deleteReplayedBefore(db, after(now, -14 * DAY))
  // They hold contacts, which nobody keeps for longer than this.
  await deleteFailuresBefore(db, after(now, -policy.contactRetentionDays * DAY))
  await deleteEventsBefore(db, after(now, -30 * DAY))
}
