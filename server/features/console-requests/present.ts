import type { z } from 'zod'
import type { Selectable } from 'kysely'
import type { requestStory, RequestStory } from '../../../shared/contract/console-requests.ts'
import { readMergeNote } from '../../audit/merge-note.ts'
import { readFailure } from '../../bitrix24/failure.ts'
import type { ErasureConfirmationTable } from '../../db/tables/news.ts'
import type { DeliveryTable, DisputeTable, ReservationEventTable } from '../../db/tables/reservation.ts'
import { requestNumber } from '../../ids.ts'
import { heldNotesOf, presentForStaff } from '../../requests/present-staff.ts'
import type { RequestRow } from '../../requests/repository.ts'
import type { AuditRow, StoryReservation } from './repository.ts'
import { timelineOf } from './timeline.ts'

export interface Story {
  request: RequestRow
  /** The original of a duplicate and what it was merged into. */
  related: RequestRow[]
  merged: RequestRow[]
  unlocks: { level: number; at: string; partners: number }[]
  reservations: StoryReservation[]
  deliveries: Selectable<DeliveryTable>[]
  disputes: Selectable<DisputeTable>[]
  events: Selectable<ReservationEventTable>[]
  erasures: ErasureConfirmationTable[]
  audit: AuditRow[]
}

type Shape = z.input<typeof requestStory>

export function presentStory(story: Story): RequestStory {
  const { request } = story
  return {
    ...presentForStaff(request),
    ...presentWishes(request),
    erasedAt: request.state === 'erased' ? request.updatedAt : null,
    reasons: heldNotesOf(request),
    original: presentRelated(story, request.duplicateOf),
    mergedInto: presentRelated(story, request.mergedInto),
    merged: story.merged.map((one) => ({ ...presentOne(one), externalId: one.externalId })),
    unlocks: story.unlocks,
    reservations: story.reservations.map((reservation) => presentReservation(story, reservation)),
    recipients: story.audit.filter(isReveal).map(presentRecipient),
    timeline: timelineOf(story),
    audit: story.audit.map((entry) => presentAudit(entry, request))
  }
}

const REVEALS = new Set(['contact.revealed', 'contact.viewed_by_staff'])
export const isReveal = ({ kind }: AuditRow): boolean => REVEALS.has(kind)

function presentWishes(request: RequestRow) {
  const { budgetAmount, budgetCurrency } = request
  return {
    description: request.description,
    languages: JSON.parse(request.languages) as string[],
    client: { role: request.clientRole, companySize: request.companySize, industry: request.industry },
    users: request.users,
    budget:
      budgetAmount === null || budgetCurrency === null ? null : { amount: budgetAmount, currency: budgetCurrency },
    timeframe: request.timeframe,
    edition: request.edition,
    consent: { given: request.hasConsent === 1, textVersion: request.consentVersion, at: request.consentAt }
  }
}

const presentOne = ({ id, number, state }: RequestRow) => ({ id, number: requestNumber(number), state })

function presentRelated({ related }: Story, id: string | null): Shape['original'] {
  const found = related.find((one) => one.id === id)
  return found ? presentOne(found) : null
}

function presentReservation(story: Story, row: StoryReservation): Shape['reservations'][number] {
  const delivery = story.deliveries.find(({ reservationId }) => reservationId === row.id)
  const dispute = story.disputes.find(({ reservationId }) => reservationId === row.id)
  const { crmEntityTypeId, crmEntityId } = row
  return {
    id: row.id,
    slot: row.slot,
    partner: { code: row.partnerCode, name: row.partnerName, status: row.partnerStatus },
    portal: { memberId: row.memberId, domain: row.domain },
    reservedAt: row.reservedAt,
    reservedBy: { id: row.userId, name: row.userName },
    outcome: row.outcome,
    closedAt: row.closedAt,
    voidReason: row.voidReason,
    review: row.review,
    delivery: {
      state: delivery?.state ?? 'pending',
      attempts: delivery?.attempts ?? 0,
      error: delivery?.error ?? null,
      failure: readFailure(delivery?.failure ?? null),
      deliveredAt: delivery?.deliveredAt ?? null
    },
    crm:
      crmEntityTypeId === null || crmEntityId === null
        ? null
        : { entityTypeId: crmEntityTypeId, id: crmEntityId, stageName: row.crmStageName, semantic: row.crmSemantic },
    dispute: dispute
      ? { id: dispute.id, reason: dispute.reason, comment: dispute.comment, state: dispute.state }
      : null,
    erasureConfirmedAt: story.erasures.find(({ reservationId }) => reservationId === row.id)?.at ?? null,
    history: story.events
      .filter(({ reservationId }) => reservationId === row.id)
      .map((event) => ({ ...event, failure: readFailure(event.failure) }))
  }
}

export function presentRecipient(entry: AuditRow): Shape['recipients'][number] {
  const { at, kind, partnerCode, partnerName, partnerStatus, memberId, domain, userId, userName } = entry
  const partner =
    partnerCode === null || partnerName === null || partnerStatus === null
      ? null
      : { code: partnerCode, name: partnerName, status: partnerStatus }
  return { at, kind, partner, memberId, domain, userId, userName }
}

const presentAudit = (entry: AuditRow, { number }: RequestRow): Shape['audit'][number] => {
  const { seq, at, kind, memberId, domain, userId, userName, partnerCode, subjectId } = entry
  const quoted = requestNumber(number)
  return {
    ...{ seq, at, kind, memberId, domain, userId, userName, partnerCode, subjectId, number: quoted },
    ...readMergeNote(entry)
  }
}
