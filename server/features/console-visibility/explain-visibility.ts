import type { Service } from '../../../shared/codes.ts'
import type { Visibility } from '../../../shared/contract/console-visibility.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { requestNumber } from '../../ids.ts'
import { ineligibility, suspensionEnd } from '../../partners/eligibility.ts'
import { readLimits } from '../../partners/limits.ts'
import { locationOf } from '../../partners/locations.ts'
import { findPartner, findRating, listExtraLocations, type Partner } from '../../partners/repository.ts'
import { passesFilters, pauseOf, settingsOf } from '../../portals/settings.ts'
import { heldNotesOf } from '../../requests/present-staff.ts'
import { findRequest, isReleased, type RequestRow } from '../../requests/repository.ts'
import { isUnlocked, unlocksAt, unlocksNowAtLevel } from '../../requests/unlock.ts'
import { isOwnRequest } from '../../vault/own-request.ts'
import { findReservationId, listPortalsWithSettings } from './repository.ts'
import { explainVisibility, type Facts } from './rules.ts'

/** Why a partner sees a request, or does not. */
export async function showVisibility(
  ctx: AppContext,
  input: { requestId: string; partnerCode: string }
): Promise<Visibility> {
  const request = await findRequest(ctx.db, input.requestId)
  const partner = await findPartner(ctx.db, input.partnerCode)
  if (!request || !partner) throw new AppError('not_found')
  const level = (await findRating(ctx.db, partner.code))?.level ?? 1
  const locations = [partner.homeCountry, ...(await listExtraLocations(ctx.db, partner.code))]
  const portals = await listPortalsWithSettings(ctx.db, partner.code)
  const found = { request, partner, level, locations, portals }
  const facts = await readFacts(ctx, found)
  const { code, name, status, homeCountry } = partner
  return {
    request: { id: request.id, number: requestNumber(request.number), state: request.state },
    partner: { code, name, status, homeCountry, level, locations },
    portals: portals.map((portal) => ({
      memberId: portal.memberId,
      domain: portal.domain,
      status: portal.status,
      trouble: portal.trouble
    })),
    unlocksAt: isReleased(request) ? unlocksAt(request, level, ctx.policy) : null,
    unlocksNowAtLevel: isReleased(request) ? unlocksNowAtLevel(request, ctx.policy, ctx.clock.now()) : null,
    reservationId: facts.reservationId,
    facts: presentFacts(found, facts),
    ...explainVisibility(facts)
  }
}

interface Found {
  request: RequestRow
  partner: Partner
  level: number
  locations: string[]
  portals: Awaited<ReturnType<typeof listPortalsWithSettings>>
}

function presentFacts({ request, partner, locations }: Found, { limits }: Facts): Visibility['facts'] {
  const { country, subdivision, maxPartners: max } = request
  return {
    place: { country, subdivision },
    location: locationOf(locations, request) ?? null,
    releasedAt: request.releasedAt,
    expiresAt: request.expiresAt,
    slots: { taken: max - request.freeSlots, max },
    certifiedAt: partner.certifiedAt,
    limits
  }
}

async function readFacts(ctx: AppContext, found: Found): Promise<Facts> {
  const { request, partner, level, locations, portals } = found
  const now = ctx.clock.now()
  const { daily, inWork, dailyFreeAt } = await readLimits(ctx.db, partner.code, level, ctx.policy, now)
  return {
    state: request.state,
    isReleased: isReleased(request),
    heldReasons: heldNotesOf(request).map(({ reason }) => reason),
    isMerged: request.mergedInto !== null,
    isOver: request.expiresAt !== null && Date.parse(request.expiresAt) <= now.getTime(),
    isCovered: locationOf(locations, request) !== undefined,
    ineligibility: ineligibility(partner, now),
    suspendedUntil: suspensionEnd(partner, now),
    portals,
    ...quietOf(request, portals, now),
    lock: lockOf(ctx, request, level, now),
    isOwnRequest: await isOwnRequest(ctx.keys, ctx.db, request.id, partner),
    limits: { daily, inWork },
    dailyFreeAt,
    reservationId: await findReservationId(ctx.db, request.id, partner.code)
  }
}

function quietOf(request: RequestRow, portals: Found['portals'], now: Date): Pick<Facts, 'paused' | 'filtered'> {
  const services = JSON.parse(request.services) as Service[]
  const languages = JSON.parse(request.languages) as string[]
  const installed = portals
    .filter(({ status }) => status === 'installed')
    .map(({ domain, document }) => ({ domain, settings: settingsOf(document) }))
  return {
    paused: installed.flatMap(({ domain, settings }) => {
      const until = pauseOf(settings, now)
      return until === null ? [] : [{ domain, until }]
    }),
    filtered: installed
      .filter(({ settings }) => !passesFilters(settings, { services, languages }))
      .map(({ domain }) => domain)
  }
}

function lockOf(ctx: AppContext, request: RequestRow, level: number, now: Date): Facts['lock'] {
  if (!isReleased(request) || isUnlocked(request, level, ctx.policy, now)) return null
  return {
    unlocksAt: unlocksAt(request, level, ctx.policy),
    unlocksNowAtLevel: unlocksNowAtLevel(request, ctx.policy, now)
  }
}
