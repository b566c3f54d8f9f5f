import { APP } from '../../../manifest/app.ts'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import { getPortal } from '../../portals/repository.ts'
import { replaceStep, type ReservationRow } from './repository.ts'
import { StepTaken } from './run-step.ts'
import type { Steps } from './steps.ts'

const [RESERVED] = APP.triggers

/**
 * Tells the partner's own automation that a reserved request has arrived: at most once, since nobody could look
 * whether a lost call was executed. Whatever goes wrong here, the delivery is done; the call log has the answer.
 */
export async function fireTrigger(ctx: AppContext, reservation: ReservationRow, steps: Steps): Promise<void> {
  const { id, memberId } = reservation
  if (steps.trigger !== undefined) return
  try {
    if (isMissing((await getPortal(ctx.db, memberId)).steps)) return
    const owner = steps.deal?.id === undefined ? [CRM_LEAD, steps.lead?.id] : [CRM_DEAL, steps.deal.id]
    const params = { CODE: RESERVED.code, OWNER_TYPE_ID: owner[0], OWNER_ID: owner[1] }
    await ctx.portals.of(memberId).call('crm.automation.trigger.execute', params, async () => {
      const now = { sentAt: ctx.clock.now().toISOString() }
      if (!(await replaceStep(ctx.db, id, 'trigger', { before: undefined, now }))) throw new StepTaken()
      steps.trigger = now
    })
  } catch (error) {
    ctx.log.warn({ err: error, memberId, reservationId: id }, 'the trigger could not be fired')
  }
}

/** The portal offers no triggers. While the steps run again, the one of before is still there. */
const isMissing = (steps: string): boolean =>
  (JSON.parse(steps) as { step: string; state: string }[]).some(
    (one) => one.step === 'trigger' && /^(skipped|failed)$/.test(one.state)
  )
