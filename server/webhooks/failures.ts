import type { AppContext } from '../context.ts'
import type { Trx } from '../db/database.ts'
import type { IntakeFailureTable } from '../db/tables/message.ts'
import type { AppError, FieldError } from '../errors.ts'
import { seal, unsealAny } from '../vault/seal.ts'
import { commitQueueOf } from './commit-queue.ts'
import { deleteFailures, deleteFailuresOf, listUnnamedFailures, saveFailure } from './repository.ts'

export interface FailedMessage {
  id: string
  route: string
  externalId: string | null
  body: Buffer
  code: string
  errors: FieldError[]
}

/** Nothing that an authentic sender sent is lost: what could not be taken is kept with its error. */
export async function keepFailure(ctx: AppContext, failed: FailedMessage): Promise<void> {
  await commitQueueOf(ctx.db).submit((trx) => keepFailureIn(ctx, trx, failed))
}

/** The same within a transaction that is under way. */
export async function keepFailureIn(ctx: AppContext, trx: Trx, failed: FailedMessage): Promise<void> {
  const { body, errors, ...rest } = failed
  await saveFailure(trx, {
    ...rest,
    errors: JSON.stringify(errors),
    sealedBody: seal(ctx.keys.of('contact'), body, failed.id),
    receivedAt: ctx.clock.now().toISOString()
  })
}

export const bodyOfFailure = (ctx: AppContext, failure: IntakeFailureTable): Buffer =>
  unsealAny(ctx.keys.all('contact'), failure.sealedBody, failure.id)

/** What a refusal says, for the record of a failed message. */
export function describeRefusal(error: AppError): { code: string; errors: FieldError[] } {
  return {
    code: error.code,
    errors: error.details.errors ?? [{ path: '', message: error.details.detail ?? error.code }]
  }
}

/** Each may have two megabytes. */
const BODIES_AT_ONCE = 20

/**
 * Takes a client out of what could not be read: a batch that failed as a whole, or a body that hides whom it is about,
 * goes when this id stands in it. Its sender was refused and still has it.
 */
export async function forgetInFailures(ctx: AppContext, trx: Trx, externalId: string): Promise<void> {
  await deleteFailuresOf(trx, [externalId])
  const written = JSON.stringify(externalId)
  for (let after = ''; ;) {
    const page = await listUnnamedFailures(trx, after, BODIES_AT_ONCE)
    const found = page.filter((one) => bodyOfFailure(ctx, one).includes(written))
    await deleteFailures(
      trx,
      found.map(({ id }) => id)
    )
    if (page.length < BODIES_AT_ONCE) return
    after = page.at(-1)!.id
  }
}
