import type { LockedRequest, UnlockedRequest } from '../../shared/contract/requests.ts'
import { subdivisionName } from '../../shared/contract/values.ts'
import type { Policy } from '../config/policy.ts'
import { requestNumber } from '../ids.ts'
import type { ReleasedRequest } from './repository.ts'
import { unlocksAt, unlocksNowAtLevel } from './unlock.ts'

/** What a partner sees before it reserves; only scrubbed columns are in a request's row. */
export function presentUnlocked(
  request: ReleasedRequest,
  more: { mine: string | null; why: string[] }
): UnlockedRequest {
  return {
    ...presentFacts(request),
    unlocked: true,
    mine: more.mine,
    why: more.why
  }
}

export type RequestFacts = Omit<UnlockedRequest, 'unlocked' | 'mine' | 'why'>

export function presentFacts(request: ReleasedRequest): RequestFacts {
  const { subdivision, budgetAmount, budgetCurrency } = request
  return {
    id: request.id,
    number: requestNumber(request.number),
    services: JSON.parse(request.services) as UnlockedRequest['services'],
    summary: request.summary,
    description: request.description,
    location: {
      country: request.country,
      subdivision: subdivision ?? undefined,
      subdivisionName: subdivision === null ? undefined : subdivisionName(subdivision),
      city: request.city ?? undefined
    },
    languages: JSON.parse(request.languages) as string[],
    client: {
      role: request.clientRole ?? undefined,
      companySize: request.companySize ?? undefined,
      industry: request.industry ?? undefined
    },
    users: request.users ?? undefined,
    budget:
      budgetAmount === null || budgetCurrency === null ? undefined : { amount: budgetAmount, currency: budgetCurrency },
    timeframe: request.timeframe ?? undefined,
    edition: request.edition ?? undefined,
    source: request.source ?? undefined,
    valueClass: request.valueClass,
    releasedAt: request.releasedAt,
    expiresAt: request.expiresAt,
    state: request.state,
    slots: slotsOf(request)
  }
}

/** All that may be known of a locked request. */
export function presentLocked(request: ReleasedRequest, level: number, policy: Policy, now: Date): LockedRequest {
  return {
    id: request.id,
    number: requestNumber(request.number),
    services: JSON.parse(request.services) as LockedRequest['services'],
    location: { country: request.country },
    valueClass: request.valueClass,
    releasedAt: request.releasedAt,
    slots: slotsOf(request),
    unlocked: false,
    unlocksAt: unlocksAt(request, level, policy),
    unlocksNowAtLevel: unlocksNowAtLevel(request, policy, now)
  }
}

const slotsOf = (request: ReleasedRequest) => ({
  taken: request.maxPartners - request.freeSlots,
  max: request.maxPartners
})
