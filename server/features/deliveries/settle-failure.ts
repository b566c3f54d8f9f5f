import { PortalError } from '../../bitrix24/errors.ts'
import { failureOf, writeFailure } from '../../bitrix24/failure.ts'
import { isLasting, noteTrouble } from '../../bitrix24/note-trouble.ts'
import { announce } from '../../changes/repository.ts'
import { DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { decide, type RetryHint } from '../../outbox/retry-policy.ts'
import { addHistory, updateDelivery, type DeliveryRow, type ReservationRow } from './repository.ts'
import { OutcomeUnknown, StepTaken } from './run-step.ts'

/** How long an unreachable portal is tried before its deliveries wait for it to come back. */
const GIVE_UP_AFTER_MS = 3 * DAY

/**
 * What a failed attempt means: refused (an admin has to mend something), parked (the portal has to come back) or
 * retrying. Throws the error of a retry with the time at which the worker shall come again.
 */
export async function settleFailure(
  ctx: AppContext,
  reservation: ReservationRow,
  attempts: number,
  error: unknown
): Promise<void> {
  if (error instanceof StepTaken) throw error
  const now = ctx.clock.now()
  const failure = writeFailure(failureOf(error))
  if (error instanceof PortalError && error.kind === 'refused') {
    await settle(ctx, reservation, { state: 'refused', error: error.message, failure }, 'delivery_refused')
    return
  }
  if (isLasting(error) || isTooOld(error, reservation, now)) {
    await noteTrouble(ctx.db, reservation.memberId, error as PortalError, now)
    await settle(ctx, reservation, { state: 'parked', error: (error as Error).message, failure }, 'delivery_parked')
    return
  }
  const nextAttemptAt = retryAt(error, attempts, now)
  const spent = isSpent(error) ? attempts : attempts - 1
  const changes = { state: 'retrying', error: wordsOf(error), failure, nextAttemptAt, attempts: spent } as const
  await settle(ctx, reservation, changes, null)
  throw new DeliveryDelayed(nextAttemptAt, error)
}

class DeliveryDelayed extends Error {
  readonly hint: RetryHint
  constructor(at: string, cause: unknown) {
    super(`The delivery is tried again: ${wordsOf(cause)}`)
    this.name = 'DeliveryDelayed'
    this.hint = { retry: 'at', at }
  }
}

/** To be asked to come later, or to come too early, is no attempt. */
function isSpent(error: unknown): boolean {
  if (error instanceof OutcomeUnknown) return error.cause !== undefined
  return !(error instanceof PortalError && error.kind === 'throttled')
}

const isTooOld = (error: unknown, reservation: ReservationRow, now: Date): boolean =>
  error instanceof PortalError &&
  error.kind === 'not_sent' &&
  now.getTime() - Date.parse(reservation.reservedAt) > GIVE_UP_AFTER_MS

function retryAt(error: unknown, attempts: number, now: Date): string {
  if (error instanceof OutcomeUnknown) return error.at
  const hint: RetryHint = error instanceof PortalError ? error.hint : { retry: 'backoff' }
  const decision = decide(hint.retry === 'never' ? { retry: 'backoff' } : hint, attempts, now)
  return decision.action === 'retry' ? decision.dueAt : now.toISOString()
}

const wordsOf = (error: unknown): string =>
  error instanceof PortalError || error instanceof OutcomeUnknown
    ? error.message
    : 'An internal error; it is tried again'

async function settle(
  ctx: AppContext,
  reservation: ReservationRow,
  changes: Partial<DeliveryRow>,
  history: 'delivery_refused' | 'delivery_parked' | null
): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const { id: reservationId, memberId, partnerCode } = reservation
  await transact(ctx.db, async (trx) => {
    await updateDelivery(trx, reservationId, { nextAttemptAt: null, ...changes, updatedAt: at })
    if (history !== null) {
      const { error: detail = null, failure = null } = changes
      await addHistory(trx, { reservationId, at, kind: history, cause: 'worker', by: null, detail, failure })
    }
    if (history === 'delivery_refused')
      await enqueue(
        trx,
        'agent.notify',
        { memberId, subjectId: reservationId, notice: 'delivery_refused' },
        { now, queue: memberId }
      )
    await announce(trx, 'reservation.changed', reservationId, { partnerCode }, at)
  })
}
