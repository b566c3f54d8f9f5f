import { PortalError } from '../../bitrix24/errors.ts'
import { after } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { RetryHint } from '../../outbox/retry-policy.ts'
import { replaceStep } from './repository.ts'
import { SETTLED_AFTER_MS, type StepName, type StepState, type Steps } from './steps.ts'

/** How to do a step, and how to find out whether it was done already. */
export interface StepWork {
  /** `beforeSend` has to be called when the request is about to leave. */
  create: (beforeSend: () => Promise<void>) => Promise<number>
  find: () => Promise<number | undefined>
}

/** The step may have been executed; nobody may look before `at`. */
export class OutcomeUnknown extends Error {
  readonly at: string
  constructor(at: string, cause?: unknown) {
    super('The portal did not say whether it did the step', { cause })
    this.name = 'OutcomeUnknown'
    this.at = at
  }
  get hint(): RetryHint {
    return { retry: 'at', at: this.at }
  }
}

/** Somebody else is at the delivery: this process lost its claim without knowing, asleep or by a leap of its clock. */
export class StepTaken extends Error {
  readonly hint: RetryHint = { retry: 'backoff' }
  constructor() {
    super('Another process works on the step')
    this.name = 'StepTaken'
  }
}

/**
 * Does a step exactly once as the portal sees it: the intent is on disk before the call goes out; after an unknown
 * outcome, or a crash, our key is looked up once the portal can no longer apply the lost call; only what is absent
 * is created. Answers the id of what was created. Throws `OutcomeUnknown`, `StepTaken` or `PortalError`.
 */
export async function runStep(
  ctx: AppContext,
  reservationId: string,
  steps: Steps,
  name: StepName,
  work: StepWork
): Promise<number> {
  const save = async (state: StepState): Promise<void> => {
    if (!(await replaceStep(ctx.db, reservationId, name, { before: steps[name], now: state }))) throw new StepTaken()
    steps[name] = state
  }
  const known = steps[name]
  if (known?.id !== undefined) return known.id
  if (known?.sentAt !== undefined) {
    const settledAt = after(known.sentAt, SETTLED_AFTER_MS)
    if (ctx.clock.now().getTime() < Date.parse(settledAt)) throw new OutcomeUnknown(settledAt)
    const found = await work.find()
    if (found !== undefined) {
      await save({ ...known, id: found })
      return found
    }
  }
  try {
    const id = await work.create(() => save({ sentAt: ctx.clock.now().toISOString() }))
    await save({ ...steps[name], id })
    return id
  } catch (error) {
    if (error instanceof PortalError && error.kind !== 'ambiguous') await save({})
    if (steps[name]?.sentAt === undefined) throw error
    // It may have left as late as now: a connection can take its time.
    const leftAt = ctx.clock.now().toISOString()
    await save({ sentAt: leftAt })
    throw new OutcomeUnknown(after(leftAt, SETTLED_AFTER_MS), error)
  }
}
