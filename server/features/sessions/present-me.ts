import type { Me } from '../../../shared/contract/session.ts'
import type { AppContext } from '../../context.ts'
import type { Caller } from '../../http/caller.ts'
import { ineligibility, isTerminated, suspensionEnd } from '../../partners/eligibility.ts'
import { readLimits } from '../../partners/limits.ts'
import { findRating, listExtraLocations, type Partner } from '../../partners/repository.ts'
import { findSettings } from '../../portals/repository.ts'
import { hasAcceptedRules, hasMark } from './repository.ts'

export async function presentMe(ctx: AppContext, caller: Caller): Promise<Me> {
  const { portal, user, partner } = caller
  const now = ctx.clock.now()
  const settings = await findSettings(ctx.db, portal.memberId)
  const { whoMayReserve = 'everyone', pausedUntil = null } = JSON.parse(settings?.document ?? '{}') as {
    whoMayReserve?: 'everyone' | number[]
    pausedUntil?: string | null
  }
  const version = ctx.policy.contactRulesVersion
  const accepted = await hasAcceptedRules(ctx.db, { memberId: portal.memberId, userId: user.id, version })
  return {
    user,
    portal: { memberId: portal.memberId, domain: portal.domain, installed: portal.status === 'installed' },
    ...(await presentPartner(ctx, partner, now)),
    staff: caller.isStaff,
    lang: caller.lang,
    contactRules: { version, accepted },
    mayReserve: whoMayReserve === 'everyone' || whoMayReserve.includes(user.id),
    tourSeen: await hasMark(ctx.db, { memberId: portal.memberId, userId: user.id, mark: 'tour' }),
    pausedUntil: pausedUntil !== null && Date.parse(pausedUntil) > now.getTime() ? pausedUntil : null,
    trouble: portal.trouble !== null && user.isAdmin ? [portal.trouble] : []
  }
}

async function presentPartner(
  ctx: AppContext,
  partner: Partner | null,
  now: Date
): Promise<Pick<Me, 'partner' | 'level' | 'limits' | 'locations'>> {
  if (!partner) return { partner: null, level: null, limits: null, locations: [] }
  const reasons = ineligibility(partner, now)
  const level = (await findRating(ctx.db, partner.code))?.level ?? 1
  const known = {
    partner: {
      code: partner.code,
      name: partner.name,
      status: partner.status,
      homeCountry: partner.homeCountry,
      eligible: reasons.length === 0,
      reasons,
      until: suspensionEnd(partner, now)
    },
    level
  }
  if (isTerminated(partner, now)) return { ...known, limits: null, locations: [] }
  return {
    ...known,
    limits: await readLimits(ctx.db, partner.code, level, ctx.policy, now),
    locations: [partner.homeCountry, ...(await listExtraLocations(ctx.db, partner.code))]
  }
}
