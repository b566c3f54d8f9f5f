import type { RequestState } from '../../../shared/codes.ts'
import type { Visibility, VisibilityReason } from '../../../shared/contract/console-visibility.ts'
import type { Limits } from '../../../shared/contract/session.ts'

type Reason = Visibility['reasons'][number]

/** All that decides what a partner sees of a request now. */
export interface Facts {
  state: RequestState
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

const reason = (
  code: VisibilityReason,
  effect: Reason['effect'],
  more: { until?: string | null; detail?: string | null } = {}
): Reason => ({ code, effect, until: more.until ?? null, detail: more.detail ?? null })

/** What the partner sees and every reason against it, in the order in which staff would look. */
export function explainVisibility(facts: Facts): Pick<Visibility, 'sees' | 'mayReserve' | 'reasons'> {
  const reasons = [...requestReasons(facts), ...partnerReasons(facts), ...lockAndLimits(facts), ...quietReasons(facts)]
  const has = (effect: Reason['effect']) => reasons.some((one) => one.effect === effect)
  if (facts.reservationId !== null)
    return { sees: 'reservation', mayReserve: false, reasons: reasons.filter(({ code }) => code === 'erased') }
  const sees = has('hides') ? 'nothing' : has('locks') ? 'locked_card' : 'full_card'
  return { sees, mayReserve: sees === 'full_card' && !has('blocks'), reasons }
}

function requestReasons({ state, heldReasons, isMerged, isOver, isCovered }: Facts): Reason[] {
  const reasons: Reason[] = []
  if (state === 'dropped') reasons.push(reason(isMerged ? 'merged' : 'dropped', 'hides'))
  else if (state !== 'open')
    reasons.push(reason(state, 'hides', { detail: state === 'held' ? heldReasons.join(', ') : null }))
  else if (isOver) reasons.push(reason('expired', 'hides'))
  if (!isCovered) reasons.push(reason('outside_locations', 'hides'))
  return reasons
}

function partnerReasons({ ineligibility, suspendedUntil, portals }: Facts): Reason[] {
  const reasons = ineligibility.map((code) =>
    reason(code, 'hides', { until: code === 'partner_suspended' ? suspendedUntil : null })
  )
  const installed = portals.filter(({ status }) => status === 'installed')
  if (portals.length === 0) reasons.push(reason('not_linked', 'hides'))
  else if (installed.length === 0)
    reasons.push(reason('not_installed', 'hides', { detail: portals.map(({ domain }) => domain).join(', ') }))
  for (const { domain, trouble } of installed)
    if (trouble !== null) reasons.push(reason('portal_trouble', 'quiets', { detail: `${domain}: ${trouble}` }))
  return reasons
}

function lockAndLimits({ lock, isOwnRequest, limits, dailyFreeAt }: Facts): Reason[] {
  const { daily, inWork } = limits
  const reasons: Reason[] = []
  if (lock)
    reasons.push(
      reason('locked', 'locks', { until: lock.unlocksAt, detail: `open at level ${lock.unlocksNowAtLevel}` })
    )
  if (isOwnRequest) reasons.push(reason('own_request', 'blocks'))
  if (daily.used >= daily.max)
    reasons.push(reason('daily_limit', 'blocks', { until: dailyFreeAt, detail: `${daily.used}/${daily.max}` }))
  if (inWork.used >= inWork.max)
    reasons.push(reason('in_work_limit', 'blocks', { detail: `${inWork.used}/${inWork.max}` }))
  return reasons
}

const quietReasons = ({ paused, filtered }: Facts): Reason[] => [
  ...paused.map(({ domain, until }) => reason('paused', 'quiets', { until, detail: domain })),
  ...filtered.map((domain) => reason('filtered', 'quiets', { detail: domain }))
]
