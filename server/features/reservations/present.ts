import type { OwnReservation, Reservation } from '../../../shared/contract/reservations.ts'
import type { Contact } from '../../../shared/contract/values.ts'
import { readFailure } from '../../bitrix24/failure.ts'
import { CRM_LEAD } from '../../../shared/codes.ts'
import { after, HOUR } from '../../clock.ts'
import { requestNumber } from '../../ids.ts'
import { presentFacts } from '../../requests/present.ts'
import { isReleased } from '../../requests/repository.ts'
import type { ReservationView } from './repository.ts'

/** Where the portal itself is, for links into its CRM. */
export interface Place {
  portalOrigin: string
  firstContactHours: number
}

export function presentReservation(view: ReservationView, place: Place): Reservation {
  const { reservation, request, delivery, dispute, erasure } = view
  return {
    id: reservation.id,
    requestId: reservation.requestId,
    number: requestNumber(request.number),
    slot: reservation.slot,
    outcome: reservation.outcome,
    reservedAt: reservation.reservedAt,
    reservedBy: { id: reservation.userId, name: reservation.userName },
    delivery: {
      state: delivery.state,
      attempts: delivery.attempts,
      error: delivery.error ?? undefined,
      failure: readFailure(delivery.failure) ?? undefined,
      nextAttemptAt: delivery.state === 'retrying' ? (delivery.nextAttemptAt ?? undefined) : undefined
    },
    crm: presentCrm(view, place),
    closedAt: reservation.closedAt ?? undefined,
    voidReason: reservation.voidReason ?? undefined,
    review: reservation.review ?? undefined,
    erasedAt: request.state === 'erased' ? request.updatedAt : undefined,
    erasureConfirmedAt: erasure?.at,
    firstContactBy: after(reservation.reservedAt, place.firstContactHours * HOUR),
    dispute: dispute && {
      reason: dispute.reason,
      state: dispute.state,
      createdAt: dispute.createdAt,
      decidedAt: dispute.decidedAt ?? undefined,
      decision: dispute.decision ?? undefined
    }
  }
}

function presentCrm({ reservation }: ReservationView, place: Place): Reservation['crm'] {
  const { crmEntityTypeId, crmEntityId } = reservation
  if (crmEntityTypeId === null || crmEntityId === null) return null
  const kind = crmEntityTypeId === CRM_LEAD ? 'lead' : 'deal'
  return {
    entityTypeId: crmEntityTypeId,
    id: crmEntityId,
    stageName: reservation.crmStageName ?? '',
    semantic: reservation.crmSemantic ?? 'P',
    url: `${place.portalOrigin}/crm/${kind}/details/${crmEntityId}/`
  }
}

export function presentOwn(view: ReservationView, contact: Contact | null, place: Place): OwnReservation {
  if (!isReleased(view.request)) throw new Error('a reserved request was released once')
  return {
    ...presentReservation(view, place),
    contact,
    request: presentFacts(view.request),
    history: view.history.map(({ failure, ...entry }) => ({ ...entry, failure: readFailure(failure) }))
  }
}
