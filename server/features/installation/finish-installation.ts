import type { Installation, InstallationStep } from '../../../shared/contract/installation.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { PortalClient } from '../../bitrix24/portal-client.ts'
import { after, MINUTE } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { audit } from '../../audit/audit.ts'
import { AppError } from '../../errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { getPortal, updatePortal, type Portal } from '../../portals/repository.ts'
import { registerBadges, registerRobots, registerTriggers } from './automation-steps.ts'
import {
  bindEvents,
  bindPlacements,
  createFields,
  placeFieldsOnCards,
  readCrmMode,
  STEP_ORDER,
  type StepResult
} from './steps.ts'

type Steps = Installation['steps']

const waiting = (): Steps => STEP_ORDER.map((step) => ({ step, state: 'waiting', detail: null }))

/**
 * Prepares the portal: every step looks before it acts, so that running it again, after a failure, an update
 * or a reinstall, changes only what is missing. Throws what stopped it; the steps tell where.
 */
export async function finishInstallation(ctx: AppContext, portal: Portal, userId: number): Promise<void> {
  const client = ctx.portals.of(portal.memberId, userId)
  await prepare(ctx, client)
  const now = ctx.clock.now()
  await transact(ctx.db, async (trx) => {
    const current = await getPortal(trx, portal.memberId)
    if (current.status === 'uninstalled') throw new AppError('not_installed')
    await updatePortal(trx, portal.memberId, {
      status: 'installed',
      installedAt: current.status === 'installed' ? current.installedAt : now.toISOString(),
      trouble: null,
      heldUntil: null,
      nextSweepAt: current.nextSweepAt ?? after(now, ctx.policy.sweepMinutes * MINUTE),
      updatedAt: now.toISOString()
    })
    // What waited for the portal, after an uninstall say, goes on.
    const { memberId } = portal
    await enqueue(trx, 'portal.verify', { memberId }, { now, queue: memberId, dedupeKey: `verify:${memberId}` })
    if (current.status !== 'installed')
      await audit(trx, { at: now.toISOString(), kind: 'portal.installed', memberId: portal.memberId, userId })
  })
}

/** Runs all steps and keeps their states where the wizard can read them. */
export async function prepare(ctx: AppContext, client: PortalClient): Promise<void> {
  const { publicUrl } = ctx.config
  const { lang } = await getPortal(ctx.db, client.memberId)
  const work: Record<InstallationStep, () => Promise<StepResult>> = {
    rights: () => checkRights(client),
    crm: async () => {
      const crmMode = await readCrmMode(client)
      await updatePortal(ctx.db, client.memberId, { crmMode })
      return { state: 'done', detail: crmMode }
    },
    events: () => bindEvents(client, publicUrl),
    placements: () => bindPlacements(client, publicUrl),
    fields: () => createFields(client),
    card: () => placeFieldsOnCards(client),
    trigger: () => registerTriggers(client, lang),
    badge: () => registerBadges(client, lang),
    robot: () => registerRobots(client, lang, publicUrl)
  }
  const steps = waiting()
  for (const current of steps) {
    Object.assign(current, { state: 'running' })
    await saveSteps(ctx, client.memberId, steps)
    const { result, error } = await attempt(work[current.step])
    Object.assign(current, result)
    await saveSteps(ctx, client.memberId, steps)
    if (result.state === 'failed')
      throw new AppError('portal_refused', { detail: `${current.step}: ${result.detail ?? 'refused'}` }, error)
  }
}

async function attempt(step: () => Promise<StepResult>): Promise<{ result: StepResult; error?: PortalError }> {
  try {
    return { result: await step() }
  } catch (error) {
    if (error instanceof PortalError) return { result: { state: 'failed', detail: error.message || error.code }, error }
    throw error
  }
}

async function checkRights(client: PortalClient): Promise<StepResult> {
  const isAdmin = await client.call('user.admin')
  return isAdmin === true || isAdmin === 'Y'
    ? { state: 'done', detail: null }
    : { state: 'failed', detail: 'An administrator of the portal is needed.' }
}

async function saveSteps(ctx: AppContext, memberId: string, steps: Steps): Promise<void> {
  await updatePortal(ctx.db, memberId, { steps: JSON.stringify(steps) })
}

export function stepsOf(portal: Portal): Steps {
  const steps = JSON.parse(portal.steps) as Steps
  return steps.length > 0 ? steps : waiting()
}
