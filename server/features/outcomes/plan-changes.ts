import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import type { Policy } from '../../config/policy.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import { isPresent, type ItemState, type PresentItem } from './item-state.ts'
import type { CrmRef, ReservationRow } from './repository.ts'
import { progressOf, verdictOf, type Evidence, type Standing, type Verdict } from './rules.ts'
import type { Stage } from './stage-names.ts'

export type Cause = JobPayload<'outcome.sync'>['cause']

export interface HistoryNote {
  kind: 'stage_moved' | 'converted' | 'outcome_changed' | 'win_review' | 'item_deleted' | 'item_restored'
  detail: string | null
  /** When it is known better than by what made us look. */
  cause?: Cause
}

type Changes = Partial<
  Pick<
    ReservationRow,
    | 'outcome'
    | 'closedAt'
    | 'review'
    | 'reviewAt'
    | 'deletedAt'
    | 'progressAt'
    | 'expected'
    | 'reservers'
    | 'crmEntityTypeId'
    | 'crmEntityId'
    | 'crmStageId'
    | 'crmStageName'
    | 'crmSemantic'
  >
>

export interface Plan {
  /** Only what differs from the row. */
  changes: Changes
  notes: HistoryNote[]
  newItems: CrmRef[]
  goneItems: CrmRef[]
  isClosing: boolean
}

export interface Observed {
  known: CrmRef[]
  items: ItemState[]
  standing: Standing
  stage: Stage | undefined
}

/** Compares a reservation with what the CRM says; null when everything stays as it is. */
export function planChanges(
  row: ReservationRow,
  observed: Observed,
  evidence: Known,
  policy: Policy,
  now: Date
): Plan | null {
  const verdict = verdictOf(row, observed.standing, evidence, policy, now)
  if (!verdict) return null
  const item = 'item' in observed.standing ? observed.standing.item : null
  const next: Changes = {
    ...outcomeColumns(row, verdict, now),
    ...(item ? { ...crmColumns(item, observed.stage), progressAt: progressOf(row, item, observed.items, now) } : {})
  }
  const changes = differing(row, next)
  const { newItems, goneItems } = itemsToChange(observed)
  if (Object.keys(changes).length + newItems.length + goneItems.length === 0 && !hasNewDoubt(verdict, evidence, row))
    return null
  return {
    ...{ changes, newItems, goneItems },
    notes: [...itemNotes(row, changes, item, newItems), ...outcomeNotes(row, changes, verdict, evidence)],
    isClosing: 'outcome' in changes && changes.outcome !== 'open'
  }
}

function outcomeColumns(row: ReservationRow, verdict: Verdict, now: Date): Changes {
  const { outcome, doubt, reviewAt, deletedAt } = verdict
  const isSame = row.outcome === outcome
  return {
    ...{ outcome, reviewAt, deletedAt, review: doubt === null ? null : 'win_pending' },
    ...(isSame ? {} : { closedAt: outcome === 'open' ? null : now.toISOString(), expected: null, reservers: null })
  }
}

function crmColumns(item: PresentItem, stage: Stage | undefined): Changes {
  return {
    crmEntityTypeId: item.entityTypeId,
    crmEntityId: item.id,
    crmStageId: item.stageId,
    crmStageName: stage?.name ?? item.stageId,
    crmSemantic: item.semantic
  }
}

function differing(row: ReservationRow, next: Changes): Changes {
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => row[name as keyof Changes] !== value))
}

/** A new item takes the place of those that were deleted: it is the restored one, or its successor. */
function itemsToChange({ known, items }: Observed): Pick<Plan, 'newItems' | 'goneItems'> {
  const refOf = ({ entityTypeId, id }: ItemState): CrmRef => ({ entityTypeId, entityId: id })
  const isKnown = (item: ItemState): boolean =>
    known.some((ref) => ref.entityTypeId === item.entityTypeId && ref.entityId === item.id)
  const newItems = items.filter((item) => isPresent(item) && !isKnown(item))
  const goneItems = items.filter(
    (item) => item.kind === 'deleted' && newItems.some((other) => other.entityTypeId === item.entityTypeId)
  )
  return { newItems: newItems.map(refOf), goneItems: goneItems.map(refOf) }
}

type Known = Evidence & { lastDoubt: string | null }

const hasNewDoubt = ({ doubt }: Verdict, { lastDoubt }: Known, row: ReservationRow): boolean =>
  doubt !== null && (row.review === null || doubt !== lastDoubt)

function itemNotes(row: ReservationRow, changes: Changes, item: PresentItem | null, newItems: CrmRef[]): HistoryNote[] {
  const notes: HistoryNote[] = []
  const newDeals = newItems.filter((ref) => ref.entityTypeId === CRM_DEAL)
  if (row.deletedAt === null && changes.deletedAt) notes.push({ kind: 'item_deleted', detail: null })
  if (row.deletedAt !== null && changes.deletedAt === null) notes.push({ kind: 'item_restored', detail: null })
  if (row.crmEntityTypeId === CRM_LEAD && newDeals.length > 0)
    notes.push({ kind: 'converted', detail: newDeals.map((ref) => `#${ref.entityId}`).join(', ') })
  if (item && row.crmStageId !== null && (changes.crmStageId !== undefined || changes.crmEntityId !== undefined))
    notes.push({ kind: 'stage_moved', detail: changes.crmStageName ?? row.crmStageName })
  return notes
}

function outcomeNotes(row: ReservationRow, changes: Changes, verdict: Verdict, evidence: Known): HistoryNote[] {
  const notes: HistoryNote[] = []
  if (hasNewDoubt(verdict, evidence, row)) notes.push({ kind: 'win_review', detail: verdict.doubt })
  if (changes.outcome !== undefined) {
    const cause = causeOf(row, changes, verdict, evidence)
    notes.push({ kind: 'outcome_changed', detail: changes.outcome, ...(cause === null ? {} : { cause }) })
  }
  return notes
}

/** A job looks at everything: what it finds may have another cause than the one it was started for. */
function causeOf(
  row: ReservationRow,
  changes: Changes,
  { outcome, doubt, deletedAt }: Verdict,
  evidence: Known
): Cause | null {
  if (deletedAt !== null) return 'time'
  if (doubt === 'refuted') return evidence.refutedBy ?? 'purchase'
  if (outcome !== 'won' || row.review === null || changes.crmStageId !== undefined) return null
  if (evidence.activity !== 'some' && evidence.confirmedBy !== null) return evidence.confirmedBy
  return evidence.lastDoubt === 'too_young' ? 'time' : null
}
