import type { HeldReason } from '../../shared/codes.ts'
import type { StaffRequest } from '../../shared/contract/console-requests.ts'
import { requestNumber } from '../ids.ts'
import type { RequestRow } from './repository.ts'

/** A request as staff see it in lists; like every row of requests it holds no contact. */
export function presentForStaff(request: RequestRow): StaffRequest {
  const { country, subdivision, city } = request
  return {
    id: request.id,
    number: requestNumber(request.number),
    externalId: request.externalId,
    state: request.state,
    services: JSON.parse(request.services) as StaffRequest['services'],
    summary: request.summary,
    location: { country, subdivision, city },
    valueClass: request.valueClass,
    slots: { taken: request.maxPartners - request.freeSlots, max: request.maxPartners },
    source: request.source,
    receivedAt: request.receivedAt,
    releasedAt: request.releasedAt,
    expiresAt: request.expiresAt,
    closedAt: request.closedAt
  }
}

export interface HeldNote {
  reason: HeldReason
  evidence: Record<string, unknown>
}

export const heldNotesOf = (request: Pick<RequestRow, 'heldReasons'>): HeldNote[] =>
  JSON.parse(request.heldReasons) as HeldNote[]
