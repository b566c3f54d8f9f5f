import type { Outcome, Semantic } from '../../../shared/codes.ts'
import { after, DAY, HOUR } from '../../clock.ts'
import type { Policy } from '../../config/policy.ts'
import { isPresent, type ItemState, type PresentItem } from './item-state.ts'

/** What the CRM says about a reservation: where its deciding item stands. */
export type Standing =
  | { kind: 'open' | 'won' | 'lost'; item: PresentItem }
  | { kind: 'missing' }
  /** Not known this time: everything stays as it is. */
  | { kind: 'unknown' }

/** A lead decides until it is converted; then its deals do: won if any is won, lost when all are lost. */
export function standingOf(leads: ItemState[], deals: ItemState[], currentId: number | null): Standing {
  const lead = leads.find(isPresent) ?? leads[0]
  if (!lead) return deals.length === 0 ? { kind: 'unknown' } : standingOfDeals(deals, currentId)
  if (lead.kind === 'unread') return { kind: 'unknown' }
  if (lead.kind !== 'present') {
    if (deals.length > 0) return standingOfDeals(deals, currentId)
    return { kind: lead.kind === 'deleted' ? 'missing' : 'unknown' }
  }
  if (lead.semantic === null) return { kind: 'unknown' }
  if (lead.semantic !== 'S') return { kind: lead.semantic === 'F' ? 'lost' : 'open', item: lead }
  return deals.length === 0 ? { kind: 'open', item: lead } : standingOfDeals(deals, currentId)
}

function standingOfDeals(deals: ItemState[], currentId: number | null): Standing {
  const present = deals.filter(isPresent)
  const among = (semantic: Semantic): PresentItem | undefined => {
    const candidates = present.filter((deal) => deal.semantic === semantic).sort((one, other) => one.id - other.id)
    return candidates.find((deal) => deal.id === currentId) ?? candidates[0]
  }
  const won = among('S')
  if (won) return { kind: 'won', item: won }
  if (deals.some((deal) => (isPresent(deal) ? deal.semantic === null : deal.kind !== 'deleted')))
    return { kind: 'unknown' }
  const open = among('P')
  if (open) return { kind: 'open', item: open }
  const lost = among('F')
  return lost && present.length === deals.length ? { kind: 'lost', item: lost } : { kind: 'missing' }
}

/** Why a win in the CRM does not count yet. */
export type Doubt = 'refuted' | 'too_young' | 'proof_missing' | 'proof_reused' | 'no_activity'

export interface Evidence {
  /** Who vouches for the sale. */
  confirmedBy: 'purchase' | 'staff' | null
  /** The purchase was reversed, or staff refused the win. */
  isRefuted: boolean
  refutedBy?: 'purchase' | 'staff'
  proof: 'missing' | 'reused' | 'valid'
  /** Somebody worked on the client; `unread` when the portal did not tell. */
  activity: 'some' | 'none' | 'unread'
}

export interface Current {
  outcome: Outcome
  reservedAt: string
  deletedAt: string | null
}

export interface Verdict {
  outcome: Exclude<Outcome, 'void'>
  doubt: Doubt | null
  /** When to look again although nothing happens. */
  reviewAt: string | null
  deletedAt: string | null
}

/** Null: everything stays as it is. */
export function verdictOf(
  current: Current,
  standing: Standing,
  evidence: Evidence,
  policy: Policy,
  now: Date
): Verdict | null {
  if (current.outcome === 'void') return null
  switch (standing.kind) {
    case 'unknown':
      return null
    case 'missing':
      return current.outcome === 'open' ? verdictOnMissing(current, policy, now) : null
    case 'open':
    case 'lost':
      return settled(standing.kind)
    case 'won':
      return verdictOnWin(current, evidence, policy, now)
  }
}

const settled = (outcome: Verdict['outcome']): Verdict => ({ outcome, doubt: null, reviewAt: null, deletedAt: null })

function verdictOnMissing(current: Current, policy: Policy, now: Date): Verdict {
  const deletedAt = current.deletedAt ?? now.toISOString()
  const graceEnds = after(deletedAt, policy.deletedGraceDays * DAY)
  const isOver = Date.parse(graceEnds) <= now.getTime()
  return { outcome: isOver ? 'lost' : 'open', doubt: null, reviewAt: isOver ? null : graceEnds, deletedAt }
}

function verdictOnWin(current: Current, evidence: Evidence, policy: Policy, now: Date): Verdict | null {
  const pending = (doubt: Doubt, reviewAt: string | null = null): Verdict => ({ ...settled('open'), doubt, reviewAt })
  if (evidence.isRefuted) return pending('refuted')
  if (current.outcome === 'won') return settled('won')
  if (isTooYoung(current, policy, now)) return pending('too_young', countsFrom(current, policy))
  if (policy.winProof === 'key' && evidence.proof !== 'valid') return pending(`proof_${evidence.proof}`)
  if (!policy.winNeedsActivity || evidence.confirmedBy !== null || evidence.activity === 'some') return settled('won')
  return evidence.activity === 'none' ? pending('no_activity') : null
}

const countsFrom = ({ reservedAt }: Current, policy: Policy): string => after(reservedAt, policy.winReviewHours * HOUR)

export function isTooYoung(current: Current, policy: Policy, now: Date): boolean {
  return Date.parse(countsFrom(current, policy)) > now.getTime()
}

/** Whether the activity on the items has to be read before the win can be judged. */
export function needsActivity(current: Current, standing: Standing, policy: Policy, now: Date): boolean {
  const isNewWin = standing.kind === 'won' && current.outcome !== 'won' && current.outcome !== 'void'
  return isNewWin && policy.winNeedsActivity && !isTooYoung(current, policy, now)
}

/**
 * The last progress in the CRM. A portal's clock may be ahead of ours: then the stage itself tells
 * that it moved, and now is the time.
 */
export function progressOf(
  stored: { progressAt: string; crmStageId: string | null; crmEntityId: number | null },
  item: PresentItem,
  items: ItemState[],
  now: Date
): string {
  const moves = items
    .filter(isPresent)
    .flatMap(({ movedAt, createdAt }) => (movedAt !== null && movedAt !== createdAt ? [movedAt] : []))
    .filter((moved) => moved > stored.progressAt && Date.parse(moved) <= now.getTime())
    .sort()
  const latest = moves[moves.length - 1]
  if (latest) return latest
  const hasMoved = stored.crmStageId !== null && stored.crmStageId !== item.stageId
  const isConverted = stored.crmEntityId !== null && stored.crmEntityId !== item.id && stored.crmStageId !== null
  const isKnownOld = item.movedAt !== null && Date.parse(item.movedAt) <= Date.parse(stored.progressAt)
  return (hasMoved || isConverted) && !isKnownOld ? now.toISOString() : stored.progressAt
}
