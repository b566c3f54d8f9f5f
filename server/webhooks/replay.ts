import type { AppContext } from '../context.ts'
import type { IntakeFailureTable } from '../db/tables/message.ts'
import { AppError } from '../errors.ts'
import { bodyOfFailure, describeRefusal, keepFailure } from './failures.ts'
import { findFailure, markFailureReplayed } from './repository.ts'

/** Takes the body of a failed message once more; what it answers is the route's reply. */
export type Replay = (body: Buffer, failure: IntakeFailureTable) => Promise<unknown>

const replays = new WeakMap<AppContext, Map<string, Replay>>()

/** Routes tell how their failed messages are tried again. A `#` in a failure's route begins a detail of it. */
export function registerReplay(ctx: AppContext, route: string, replay: Replay): void {
  const known = replays.get(ctx) ?? new Map<string, Replay>()
  replays.set(ctx, known.set(route, replay))
}

/** For staff, after the cause was repaired. Throws what the message still lacks. */
export async function replayFailure(ctx: AppContext, id: string): Promise<unknown> {
  const failure = await findFailure(ctx.db, id)
  const replay = failure && replays.get(ctx)?.get(failure.route.split('#')[0] ?? '')
  if (!failure || !replay) throw new AppError('not_found')
  const body = bodyOfFailure(ctx, failure)
  try {
    const reply = await replay(body, failure)
    await markFailureReplayed(ctx.db, id, ctx.clock.now().toISOString())
    return reply
  } catch (error) {
    const { route, externalId } = failure
    if (error instanceof AppError) await keepFailure(ctx, { id, route, externalId, body, ...describeRefusal(error) })
    throw error
  }
}
