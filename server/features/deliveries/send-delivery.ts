import { CRM_COMPANY, CRM_CONTACT, CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contract/settings.ts'
import { announce } from '../../changes/repository.ts'
import { after, HOUR } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import { failureOf, writeFailure } from '../../bitrix24/failure.ts'
import { noteWell } from '../../bitrix24/note-trouble.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { findSettings, getPortal, nextTurn } from '../../portals/repository.ts'
import { presentFacts } from '../../requests/present.ts'
import { findRequest, isReleased } from '../../requests/repository.ts'
import { enqueueBadge } from './badge-card.ts'
import { createItem, createTask, findItem, findTask } from './crm-calls.ts'
import { fireTrigger } from './fire-trigger.ts'
import { enqueueNote } from './note-on-card.ts'
import { readChoices } from './read-choices.ts'
import {
  addHistory,
  attachItem,
  findDelivery,
  updateDelivery,
  type DeliveryRow,
  type ReservationRow
} from './repository.ts'
import * as rules from './rules.ts'
import { runStep } from './run-step.ts'
import { settleFailure } from './settle-failure.ts'
import { readSteps, type StepName, type Steps } from './steps.ts'
import { requestWords } from './request-words.ts'
import { languageFor, textsFor } from './texts.ts'

/** Puts the client of a reservation into the partner's CRM, step by step; whatever was done stays done. */
export async function sendDelivery(ctx: AppContext, reservationId: string): Promise<void> {
  const found = await findDelivery(ctx.db, reservationId)
  if (!found || found.delivery.state === 'delivered') return
  const attempts = found.delivery.attempts + 1
  await updateDelivery(ctx.db, reservationId, { attempts, updatedAt: ctx.clock.now().toISOString() })
  try {
    await deliver(ctx, found.delivery, found.reservation)
  } catch (error) {
    await settleFailure(ctx, found.reservation, attempts, error)
  }
}

async function deliver(ctx: AppContext, delivery: DeliveryRow, reservation: ReservationRow): Promise<void> {
  const draft = await draftOf(ctx, delivery, reservation)
  if (!draft) throw new PortalError('refused', 'ERASED', 'The client’s data was erased before it could be delivered')
  const { settings, target, ...item } = draft
  const steps = readSteps(delivery.steps)
  const plan = rules.planOf(target, item.record.contact.company !== undefined)
  for (const name of plan) await runPlanned(ctx, reservation, steps, name, item, settings)
  await finish(ctx, reservation, steps)
  await fireTrigger(ctx, reservation, steps)
}

type FullDraft = rules.Draft & { settings: Settings; target: rules.Target }

/** Target and agent are decided once: a half-done delivery is finished as it was begun. */
async function draftOf(
  ctx: AppContext,
  delivery: DeliveryRow,
  reservation: ReservationRow
): Promise<FullDraft | undefined> {
  const request = await findRequest(ctx.db, reservation.requestId)
  const record = await ctx.vault.find(ctx.db, reservation.requestId)
  if (!request || !record || !isReleased(request)) return undefined
  const portal = await getPortal(ctx.db, reservation.memberId)
  const stored = await findSettings(ctx.db, reservation.memberId)
  const settings: Settings = { ...DEFAULT_SETTINGS, ...(JSON.parse(stored?.document ?? '{}') as Partial<Settings>) }
  const choices = await readChoices(ctx.portals.of(reservation.memberId), ctx.clock.now())
  const target = delivery.target ?? rules.targetOf(settings.crm.target, choices.crmMode)
  const { assignee, observers } = settings.crm
  const needsTurn = delivery.assigneeId === null && assignee.mode === 'roundRobin'
  const turn = needsTurn ? await nextTurn(ctx.db, reservation.memberId) : 0
  const assigneeId = delivery.assigneeId ?? rules.assigneeOf(assignee, reservation.userId, turn)
  await updateDelivery(ctx.db, reservation.id, { target, assigneeId })
  const facts = presentFacts(request)
  const words = requestWords(facts, languageFor(portal.lang))
  return {
    ...{ reservationId: reservation.id, request: facts, words, record, assigneeId, observers, choices },
    ...{ texts: textsFor(portal.lang), settings, target }
  }
}

async function runPlanned(
  ctx: AppContext,
  reservation: ReservationRow,
  steps: Steps,
  name: StepName,
  draft: rules.Draft,
  settings: Settings
): Promise<void> {
  const client = ctx.portals.of(reservation.memberId)
  const item = (entityTypeId: number, fields: rules.Fields) =>
    runStep(ctx, reservation.id, steps, name, {
      create: (beforeSend) => createItem(client, entityTypeId, fields, beforeSend),
      find: () => findItem(client, entityTypeId, reservation.id)
    })
  switch (name) {
    case 'company':
      await item(CRM_COMPANY, rules.companyFields(draft))
      return
    case 'contact':
      await item(CRM_CONTACT, rules.contactFields(draft, steps.company?.id))
      return
    case 'deal':
      await attach(ctx, reservation, CRM_DEAL, await item(CRM_DEAL, dealOf(draft, steps, settings)))
      return
    case 'lead':
      await attach(ctx, reservation, CRM_LEAD, await item(CRM_LEAD, rules.leadFields(draft)))
      return
    default:
      await runTask(ctx, reservation, steps, draft)
  }
}

const dealOf = (draft: rules.Draft, steps: Steps, settings: Settings): rules.Fields =>
  rules.dealFields(draft, { contactId: steps.contact?.id, companyId: steps.company?.id }, settings.crm)

/** The item is there even when its task is refused; the history tells. */
async function runTask(ctx: AppContext, reservation: ReservationRow, steps: Steps, draft: rules.Draft): Promise<void> {
  const client = ctx.portals.of(reservation.memberId)
  const owner =
    steps.deal?.id === undefined ? { type: CRM_LEAD, id: steps.lead!.id! } : { type: CRM_DEAL, id: steps.deal.id }
  const title = draft.texts.firstContact(draft.request.number)
  const task = {
    title,
    description: draft.texts.firstContactHint,
    responsibleId: draft.assigneeId,
    deadline: after(reservation.reservedAt, ctx.policy.firstContactHours * HOUR)
  }
  try {
    await runStep(ctx, reservation.id, steps, 'task', {
      create: (beforeSend) => createTask(client, owner, task, beforeSend),
      find: () => findTask(client, owner, title)
    })
  } catch (error) {
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    const at = ctx.clock.now().toISOString()
    await addHistory(ctx.db, {
      ...{ reservationId: reservation.id, at, kind: 'task_refused', cause: 'worker', by: null, detail: error.message },
      failure: writeFailure(failureOf(error))
    })
  }
}

async function attach(
  ctx: AppContext,
  reservation: ReservationRow,
  entityTypeId: number,
  entityId: number
): Promise<void> {
  const { id: reservationId, memberId } = reservation
  await transact(ctx.db, (trx) => attachItem(trx, { memberId, entityTypeId, entityId, reservationId }))
}

async function finish(ctx: AppContext, reservation: ReservationRow, steps: Steps): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const { id: reservationId, memberId, partnerCode } = reservation
  await transact(ctx.db, async (trx) => {
    const done = {
      state: 'delivered',
      error: null,
      failure: null,
      nextAttemptAt: null,
      deliveredAt: at,
      updatedAt: at
    } as const
    await updateDelivery(trx, reservationId, done)
    const detail = steps.deal?.id === undefined ? `lead ${steps.lead?.id}` : `deal ${steps.deal.id}`
    await addHistory(trx, { reservationId, at, kind: 'delivered', cause: 'worker', by: null, detail })
    await announce(trx, 'reservation.changed', reservationId, { partnerCode }, at)
    await noteWell(trx, memberId, now)
    await enqueueBadge(trx, reservation, now)
    if ((await findRequest(trx, reservation.requestId))?.state === 'withdrawn')
      await enqueueNote(trx, { reservationId, note: 'withdrawn' }, memberId, now)
    await enqueue(
      trx,
      'outcome.sync',
      { memberId, cause: 'event' },
      { now, queue: memberId, dedupeKey: `outcome:${memberId}` }
    )
  })
}
