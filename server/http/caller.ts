import { ineligibility, isTerminated, suspensionEnd } from '../partners/eligibility.ts'
import { findPartner, findRating, listExtraLocations, type Partner } from '../partners/repository.ts'
import { findPortal, findSession, type Portal } from '../portals/repository.ts'
import { AppError } from '../errors.ts'
import type { AppContext } from '../context.ts'
import { hashOfToken } from './session-token.ts'

/** Who is calling, known from a verified session and nothing else. */
export interface Caller {
  portal: Portal
  user: { id: number; name: string; isAdmin: boolean }
  lang: string
  partner: Partner | null
  isStaff: boolean
}

/** A caller whose portal is installed and tied to a partner. */
export interface PartnerCaller extends Caller {
  partner: Partner
  level: number
  /** The home country first. */
  locations: string[]
}

export async function identify(ctx: AppContext, authorization: string | undefined): Promise<Caller> {
  const token = /^Bearer ([\w.-]{20,200})$/.exec(authorization ?? '')?.[1]
  if (!token) throw new AppError('unauthenticated')
  const session = await findSession(ctx.db, hashOfToken(token))
  if (!session) throw new AppError('unauthenticated')
  if (Date.parse(session.expiresAt) <= ctx.clock.now().getTime()) throw new AppError('session_expired')
  const portal = await findPortal(ctx.db, session.memberId)
  if (!portal) throw new AppError('unauthenticated')
  return {
    portal,
    user: { id: session.userId, name: session.userName, isAdmin: session.isAdmin === 1 },
    lang: session.lang,
    partner: portal.partnerCode === null ? null : ((await findPartner(ctx.db, portal.partnerCode)) ?? null),
    isStaff: ctx.config.staff.portals.includes(portal.memberId)
  }
}

export function requireNotTerminated(ctx: AppContext, caller: Caller): Caller {
  if (caller.partner && isTerminated(caller.partner, ctx.clock.now())) throw new AppError('partner_terminated')
  return caller
}

/** Throws unless the portal is installed and the partner not terminated. */
export function requireInstalled(ctx: AppContext, caller: Caller): Caller {
  if (caller.portal.status !== 'installed') throw new AppError('not_installed')
  return requireNotTerminated(ctx, caller)
}

export async function requirePartner(ctx: AppContext, caller: Caller): Promise<PartnerCaller> {
  const { partner } = requireInstalled(ctx, caller)
  if (!partner) throw new AppError('not_linked')
  const rating = await findRating(ctx.db, partner.code)
  const extras = await listExtraLocations(ctx.db, partner.code)
  return { ...caller, partner, level: rating?.level ?? 1, locations: [partner.homeCountry, ...extras] }
}

/** Throws with the gravest reason why the partner may not take part now. */
export function requireEligible(partner: Partner, now: Date): void {
  const [reason] = ineligibility(partner, now)
  if (!reason) return
  throw new AppError(reason, reason === 'partner_suspended' ? { until: suspensionEnd(partner, now) } : {})
}
