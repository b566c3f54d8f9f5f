import type { z } from 'zod'
import type { pendingWin, reviewedReservation, StaffDispute } from '../../../shared/contract/console-reviews.ts'
import { requestNumber } from '../../ids.ts'
import type { DisputeRow, PendingWinRow, ReviewedRow } from './repository.ts'

export function presentReviewed(row: ReviewedRow): z.infer<typeof reviewedReservation> {
  return {
    id: row.id,
    requestId: row.requestId,
    number: requestNumber(row.number),
    partner: { code: row.partnerCode, name: row.partnerName, status: row.partnerStatus },
    memberId: row.memberId,
    reservedAt: row.reservedAt,
    outcome: row.outcome,
    review: row.review,
    crmStageName: row.crmStageName
  }
}

export function presentDispute(row: DisputeRow): StaffDispute {
  return {
    id: row.disputeId,
    reason: row.disputeReason,
    comment: row.comment,
    state: row.disputeState,
    createdAt: row.createdAt,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy,
    decision: row.decision,
    reservation: presentReviewed(row)
  }
}

export const presentPendingWin = (row: PendingWinRow): z.infer<typeof pendingWin> => ({
  ...presentReviewed(row),
  doubt: row.doubt,
  since: row.since
})
