import { APP } from '../../../manifest/app.ts'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { requestNumber } from '../../ids.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { getPortal } from '../../portals/repository.ts'
import { findRequest } from '../../requests/repository.ts'
import { closeBadge, createBadge, findBadge, type Owner } from './crm-calls.ts'
import { findDelivery, type ReservationRow } from './repository.ts'
import { runStep } from './run-step.ts'
import { readSteps, type Steps } from './steps.ts'
import { textsFor } from './texts.ts'

const [WAITS] = APP.badges

/** In a queue of its own: a client that waits to be delivered comes before the badges of others. */
export async function enqueueBadge(trx: Trx, reservation: ReservationRow, now: Date): Promise<void> {
  const { id: reservationId, memberId } = reservation
  const options = { now, queue: `badge:${memberId}`, dedupeKey: `card.badge:${reservationId}` }
  await enqueue(trx, 'card.badge', { reservationId }, options)
}

/**
 * Makes the badge of a card what it has to be now: there while the client waits for the first contact, gone after it.
 * A portal without badges has none.
 */
export async function badgeCard(ctx: AppContext, { reservationId }: { reservationId: string }): Promise<void> {
  const found = await findDelivery(ctx.db, reservationId)
  if (!found) return
  const { reservation, delivery } = found
  const steps = readSteps(delivery.steps)
  const owner = ownerOf(steps)
  const waits = reservation.outcome === 'open' && reservation.progressAt === reservation.reservedAt
  const mayBeThere = steps.badge?.id !== undefined || steps.badge?.sentAt !== undefined
  if (!owner || (!waits && !mayBeThere)) return
  if (waits && !hasBadges((await getPortal(ctx.db, reservation.memberId)).steps)) return
  const client = ctx.portals.of(reservation.memberId)
  const layout = await layoutOf(ctx, reservation)
  if (!layout) return
  const { id: originId, userId } = reservation
  const responsibleId = delivery.assigneeId ?? userId
  try {
    const id = await runStep(ctx, reservationId, steps, 'badge', {
      create: (beforeSend) =>
        createBadge(client, owner, { layout, responsibleId, originId, badgeCode: WAITS.code }, beforeSend),
      find: () => findBadge(client, owner, originId)
    })
    if (!waits) await closeBadge(client, id, layout)
  } catch (error) {
    // The card is there; without its badge it is still the client's card.
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    ctx.log.warn({ err: error, memberId: reservation.memberId, reservationId }, 'the card gets no badge')
  }
}

const ownerOf = (steps: Steps): Owner | undefined => {
  const [type, id] = steps.deal?.id === undefined ? [CRM_LEAD, steps.lead?.id] : [CRM_DEAL, steps.deal.id]
  return id === undefined ? undefined : { type, id }
}

const hasBadges = (steps: string): boolean =>
  (JSON.parse(steps) as { step: string; state: string }[]).some(
    ({ step, state }) => step === 'badge' && state === 'done'
  )

/** An entry of the timeline with a way into the app. */
async function layoutOf(ctx: AppContext, reservation: ReservationRow): Promise<Record<string, unknown> | undefined> {
  const request = await findRequest(ctx.db, reservation.requestId)
  if (!request) return undefined
  const texts = textsFor((await getPortal(ctx.db, reservation.memberId)).lang)
  const action = { type: 'openRestApp', actionParams: { reservation: reservation.id } }
  return {
    icon: { code: 'info' },
    header: { title: `${texts.labels.number} ${requestNumber(request.number)}` },
    body: { logo: { code: 'info' }, blocks: { hint: { type: 'text', properties: { value: texts.firstContactHint } } } },
    footer: { buttons: { open: { title: texts.labels.number, type: 'primary', action } } }
  }
}
