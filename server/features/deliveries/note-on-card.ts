import { PortalError } from '../../bitrix24/errors.ts'
import { failureOf, writeFailure } from '../../bitrix24/failure.ts'
import { isLasting, noteTrouble } from '../../bitrix24/note-trouble.ts'
import type { Db, Trx } from '../../db/database.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import { getPortal } from '../../portals/repository.ts'
import { findRequest } from '../../requests/repository.ts'
import { createComment, findComment } from './crm-calls.ts'
import { addHistory, findDelivery } from './repository.ts'
import { runStep } from './run-step.ts'
import { readSteps } from './steps.ts'
import { textsFor } from './texts.ts'

type Note = JobPayload<'card.note'>

export const enqueueNote = (db: Db | Trx, payload: Note, memberId: string, now: Date): Promise<void> =>
  enqueue(db, 'card.note', payload, {
    ...{ now, queue: memberId, dedupeKey: `card.note:${payload.note}:${payload.reservationId}` }
  })

/**
 * Tells a reserving partner on the CRM card that the request was withdrawn or the client's data erased. A portal that is
 * away gets the note when it works again; a card that is not there yet, with its delivery.
 */
export async function noteOnCard(ctx: AppContext, input: Note): Promise<void> {
  const found = await findDelivery(ctx.db, input.reservationId)
  if (!found) return
  const { delivery, reservation } = found
  const steps = readSteps(delivery.steps)
  const owner = steps.deal?.id === undefined ? { type: 1, id: steps.lead?.id } : { type: 2, id: steps.deal.id }
  const request = await findRequest(ctx.db, reservation.requestId)
  if (owner.id === undefined || !request) return
  const card = { type: owner.type, id: owner.id }
  const { lang } = await getPortal(ctx.db, reservation.memberId)
  const text = textsFor(lang).notes[input.note](requestNumber(request.number))
  const client = ctx.portals.of(reservation.memberId)
  try {
    await runStep(ctx, reservation.id, steps, `note_${input.note}`, {
      create: (beforeSend) => createComment(client, card, text, beforeSend),
      find: () => findComment(client, card, text)
    })
  } catch (error) {
    if (isLasting(error)) await noteTrouble(ctx.db, reservation.memberId, error, ctx.clock.now())
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    const at = ctx.clock.now().toISOString()
    const failure = writeFailure(failureOf(error))
    const entry = { kind: 'note_refused', cause: 'worker', by: null, detail: error.message, failure } as const
    await addHistory(ctx.db, { reservationId: reservation.id, at, ...entry })
  }
}
