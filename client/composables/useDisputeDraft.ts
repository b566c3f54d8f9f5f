import { reactive } from 'vue'
import type { DisputeReason } from '../../shared/codes.ts'

interface Draft {
  isOpen: boolean
  reason: DisputeReason
  comment: string
}

const drafts = new Map<string, Draft>()

/** What one has begun to write about a reservation; it outlives a closed panel. */
export function draftOf(reservationId: string): Draft {
  const known = drafts.get(reservationId)
  if (known) return known
  const draft = reactive<Draft>({ isOpen: false, reason: 'contact_unreachable', comment: '' })
  drafts.set(reservationId, draft)
  return draft
}
