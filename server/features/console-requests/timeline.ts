import type { RequestStory } from '../../../shared/contract/console-requests.ts'
import { readMergeNote } from '../../audit/merge-note.ts'
import { readFailure } from '../../bitrix24/failure.ts'
import { heldNotesOf } from '../../requests/present-staff.ts'
import type { Story } from './present.ts'
import type { AuditRow } from './repository.ts'

type Happening = RequestStory['timeline'][number]

const NOBODY = { by: null, partnerCode: null, reservationId: null, into: null, detail: null, failure: null }

/** The reservation's own history tells these, with its particulars. */
const TOLD_BY_RESERVATIONS = new Set([
  'reservation.disputed',
  'dispute.upheld',
  'dispute.rejected',
  'win.confirmed',
  'win.refused',
  'erasure.confirmed'
])
/** What staff do through the intake is noted there once more, as the next entry. */
const OF_STAFF: Record<string, string> = {
  'request.withdrawn': 'request.withdrawn_by_staff',
  'request.erased': 'request.erased_by_staff'
}

/** Everything in the order in which it happened, each thing once. */
export function timelineOf(story: Story): Happening[] {
  const all = [...requestEvents(story), ...reservationEvents(story), ...auditEvents(story)]
  return all.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

function requestEvents({ request, unlocks, audit }: Story): Happening[] {
  const held = heldNotesOf(request).map(({ reason }) => reason)
  const { receivedAt, createdAt, releasedAt, closedAt, state, source } = request
  const isReleasedByStaff = audit.some(({ kind }) => kind === 'request.released')
  const events: Happening[] = [{ ...NOBODY, at: receivedAt, kind: 'received', detail: source }]
  if (held.length > 0) events.push({ ...NOBODY, at: createdAt, kind: 'held', detail: held.join(', ') })
  if (releasedAt !== null && !isReleasedByStaff) events.push({ ...NOBODY, at: releasedAt, kind: 'released' })
  for (const { level, at } of unlocks) events.push({ ...NOBODY, at, kind: 'unlocked', detail: String(level) })
  // Every other end is in the audit log.
  if (closedAt !== null && state === 'expired') events.push({ ...NOBODY, at: closedAt, kind: state })
  return events
}

/** The audit log tells these, for all reservations at once. */
const TOLD_BY_AUDIT = new Set(['withdrawn', 'erased'])

const reservationEvents = ({ events, reservations }: Story): Happening[] =>
  events
    .filter(({ kind }) => !TOLD_BY_AUDIT.has(kind))
    .map(({ at, kind, by, detail, failure, reservationId }) => ({
      ...{ at, kind, by, detail, reservationId, into: null, failure: readFailure(failure) },
      partnerCode: reservations.find(({ id }) => id === reservationId)?.partnerCode ?? null
    }))

function auditEvents({ audit }: Story): Happening[] {
  const kinds = new Map(audit.map(({ seq, kind }) => [seq, kind]))
  const isTold = ({ seq, kind }: AuditRow): boolean =>
    TOLD_BY_RESERVATIONS.has(kind) || (kind in OF_STAFF && kinds.get(seq - 1) === OF_STAFF[kind])
  return audit
    .filter((entry) => !isTold(entry))
    .map((entry) => {
      const { at, kind, userId, userName, partnerCode } = entry
      const { into, reason } = readMergeNote(entry)
      return {
        ...{ at, kind, partnerCode, reservationId: null, into, failure: null },
        detail: kind === 'contact.revealed' ? null : reason,
        by: userName ?? (userId === null ? null : `#${userId}`)
      }
    })
}
