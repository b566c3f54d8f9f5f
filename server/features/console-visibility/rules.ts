import type { RequestState } from '../../../shared/codes.ts'
import {
  VISIBILITY_RULES,
  type Visibility,
  type VisibilityReason,
  type VisibilityRule
} from '../../../shared/contract/console-visibility.ts'
import type { Limits } from '../../../shared/contract/session.ts'

type Reason = Visibility['reasons'][number]

/** All that decides what a partner sees of a request now. */
export interface Facts {
  state: RequestState
  isReleased: boolean
  heldReasons: string[]
  isMerged: boolean
  isOver: boolean
  isCovered: boolean
  /** What speaks against the partner, the gravest first. */
  ineligibility: VisibilityReason[]
  suspendedUntil: string | null
  portals: { domain: string; status: string; trouble: string | null }[]
  /** Settings that keep notices away, by portal. */
  paused: { domain: string; until: string }[]
  filtered: string[]
  /** Null once it is unlocked. */
  lock: { unlocksAt: string; unlocksNowAtLevel: number } | null
  isOwnRequest: boolean
  limits: Limits
  dailyFreeAt: string | null
  reservationId: string | null
}

const RULE_OF: Record<VisibilityReason, VisibilityRule> = {
  held: 'state',
  dropped: 'state',
  merged: 'state',
  withdrawn: 'state',
  erased: 'state',
  expired: 'expiry',
  full: 'slots',
  outside_locations: 'place',
  partner_terminated: 'membership',
  partner_not_approved: 'membership',
  partner_not_certified: 'certificate',
  partner_suspended: 'suspension',
  not_linked: 'portal',
  not_installed: 'portal',
  portal_trouble: 'connection',
  locked: 'unlock',
  own_request: 'own_request',
  daily_limit: 'daily_limit',
  in_work_limit: 'in_work_limit',
  paused: 'pause',
  filtered: 'filters'
}

const reason = (
  code: VisibilityReason,
  effect: Reason['effect'],
  more: { until?: string | null; facts?: Reason['facts'] } = {}
): Reason => ({ code, rule: RULE_OF[code], effect, until: more.until ?? null, facts: more.facts ?? {} })

/** With these a partner can't even open what it has reserved; an erased one it still finds there, without its client. */
const KEEPS_RESERVATION_AWAY: VisibilityReason[] = ['partner_terminated', 'not_linked', 'not_installed']

/** What the partner sees and every reason against it, in the order in which staff would look. */
export function explainVisibility(facts: Facts): Pick<Visibility, 'sees' | 'mayReserve' | 'reasons' | 'rules'> {
  const all = [...requestReasons(facts), ...partnerReasons(facts), ...lockAndLimits(facts), ...quietReasons(facts)]
  const isMine = facts.reservationId !== null
  const reasons = isMine ? all.filter(({ code }) => code === 'erased' || KEEPS_RESERVATION_AWAY.includes(code)) : all
  const has = (effect: Reason['effect']) => reasons.some((one) => one.effect === effect)
  const isAway = reasons.some(({ code }) => KEEPS_RESERVATION_AWAY.includes(code))
  const sees = isMine && !isAway ? 'reservation' : has('hides') ? 'nothing' : has('locks') ? 'locked_card' : 'full_card'
  return { sees, mayReserve: sees === 'full_card' && !has('blocks'), reasons, rules: verdicts(facts, reasons) }
}

function verdicts(facts: Facts, reasons: Reason[]): Visibility['rules'] {
  const hasPortal = facts.portals.some(({ status }) => status === 'installed')
  const isUnasked = (rule: VisibilityRule) =>
    (['expiry', 'unlock'].includes(rule) && !facts.isReleased) ||
    (['connection', 'pause', 'filters'].includes(rule) && !hasPortal)
  const against = new Set(reasons.map(({ rule }) => rule))
  return VISIBILITY_RULES.map((rule) => ({
    rule,
    verdict: against.has(rule) ? 'against' : isUnasked(rule) ? 'unasked' : 'passed'
  }))
}

function requestReasons({ state, heldReasons, isMerged, isOver, isCovered }: Facts): Reason[] {
  const reasons: Reason[] = []
  if (state === 'dropped') reasons.push(reason(isMerged ? 'merged' : 'dropped', 'hides'))
  else if (state !== 'open')
    reasons.push(reason(state, 'hides', state === 'held' ? { facts: { held: heldReasons } } : {}))
  if (isOver && ['open', 'full'].includes(state)) reasons.push(reason('expired', 'hides'))
  if (!isCovered) reasons.push(reason('outside_locations', 'hides'))
  return reasons
}

function partnerReasons({ ineligibility, suspendedUntil, portals }: Facts): Reason[] {
  const reasons = ineligibility.map((code) =>
    reason(code, 'hides', { until: code === 'partner_suspended' ? suspendedUntil : null })
  )
  const installed = portals.filter(({ status }) => status === 'installed')
  const domains = portals.map(({ domain }) => domain)
  if (portals.length === 0) reasons.push(reason('not_linked', 'hides'))
  else if (installed.length === 0) reasons.push(reason('not_installed', 'hides', { facts: { domains } }))
  for (const { domain, trouble } of installed)
    if (trouble !== null) reasons.push(reason('portal_trouble', 'quiets', { facts: { domains: [domain], trouble } }))
  return reasons
}

function lockAndLimits({ lock, isOwnRequest, limits, dailyFreeAt }: Facts): Reason[] {
  const { daily, inWork } = limits
  const reasons: Reason[] = []
  if (lock) reasons.push(reason('locked', 'locks', { until: lock.unlocksAt, facts: { level: lock.unlocksNowAtLevel } }))
  if (isOwnRequest) reasons.push(reason('own_request', 'blocks'))
  if (daily.used >= daily.max) reasons.push(reason('daily_limit', 'blocks', { until: dailyFreeAt }))
  if (inWork.used >= inWork.max) reasons.push(reason('in_work_limit', 'blocks'))
  return reasons
}

const quietReasons = ({ paused, filtered }: Facts): Reason[] => [
  ...paused.map(({ domain, until }) => reason('paused', 'quiets', { until, facts: { domains: [domain] } })),
  ...(filtered.length > 0 ? [reason('filtered', 'quiets', { facts: { domains: filtered } })] : [])
]
