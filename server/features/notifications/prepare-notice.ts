import type { Service } from '../../../shared/codes.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { locationOf } from '../../partners/locations.ts'
import { findRating, listExtraLocations, type Partner } from '../../partners/repository.ts'
import { appLink } from '../../portals/app-link.ts'
import type { Portal } from '../../portals/repository.ts'
import { passesFilters, pauseOf } from '../../portals/settings.ts'
import { findRequest, isVisible, type ReleasedRequest } from '../../requests/repository.ts'
import { countryName, serviceNames } from '../../requests/service-names.ts'
import { isUnlocked, unlocksAt } from '../../requests/unlock.ts'
import { findReserved, hasReserved, listReleasedSince } from './repository.ts'
import { recipientsOf } from './rules.ts'
import { textsFor } from './texts.ts'

export interface Notice {
  userIds: number[]
  /** A newer notice with the same tag takes the older one's place. */
  tag: string
  text: string
  link: string | null
}

/** A notice, or when to look again, or nothing when there is nothing to tell any more. */
export type Prepared = Notice | { later: string } | null

export interface Desk {
  portal: Portal
  partner: Partner | null
  settings: Settings
  /** Who saved the settings last, and so asked for the notices. */
  keeper: number | null
}

type Payload = JobPayload<'agent.notify'>

export function prepareNotice(ctx: AppContext, desk: Desk, { notice, subjectId }: Payload): Promise<Prepared> {
  switch (notice) {
    case 'request_new':
      return aboutNewRequest(ctx, desk, subjectId)
    case 'requests_digest':
      return aboutNewRequests(ctx, desk, subjectId)
    case 'request_withdrawn':
    case 'request_erased':
    case 'delivery_refused':
      return aboutReservation(ctx, desk, notice, subjectId)
    case 'test':
      return Promise.resolve(test(ctx, desk, Number(subjectId)))
  }
}

/** What was planned at the release is looked at again when its time has come. */
async function aboutNewRequest(ctx: AppContext, desk: Desk, requestId: string): Promise<Prepared> {
  const { partner, portal, settings } = desk
  const now = ctx.clock.now()
  const request = await findRequest(ctx.db, requestId)
  if (!partner || !settings.notifications.newRequests || !isVisible(request) || request.state !== 'open') return null
  if (Date.parse(request.expiresAt) <= now.getTime() || !(await wants(ctx, desk, partner, request))) return null
  if (await hasReserved(ctx.db, request.id, partner.code)) return null
  const level = (await findRating(ctx.db, partner.code))?.level ?? 1
  if (!isUnlocked(request, level, ctx.policy, now)) return { later: unlocksAt(request, level, ctx.policy) }
  const number = requestNumber(request.number)
  const country = countryName(request.country, portal.lang)
  const services = serviceNames(JSON.parse(request.services) as Service[], portal.lang)
  return {
    userIds: recipientsOf(settings.notifications.userIds, desk.keeper),
    tag: tagOf(number),
    text: textsFor(portal.lang).requestNew({ number, country, services }),
    link: appLink(ctx.config.bitrix24.appCode, portal, { request: request.id })
  }
}

async function wants(ctx: AppContext, desk: Desk, partner: Partner, request: ReleasedRequest): Promise<boolean> {
  const now = ctx.clock.now()
  if (ineligibility(partner, now).length > 0 || pauseOf(desk.settings, now) !== null) return false
  const locations = [partner.homeCountry, ...(await listExtraLocations(ctx.db, partner.code))]
  return locationOf(locations, request) !== undefined && passesFilters(desk.settings, contentOf(request))
}

const contentOf = (request: ReleasedRequest) => ({
  services: JSON.parse(request.services) as Service[],
  languages: JSON.parse(request.languages) as string[]
})

const MOST_COUNTED = 500

async function aboutNewRequests(ctx: AppContext, desk: Desk, since: string): Promise<Prepared> {
  const { partner, portal, settings } = desk
  const now = ctx.clock.now()
  if (!partner || !settings.notifications.digest) return null
  if (ineligibility(partner, now).length > 0 || pauseOf(settings, now) !== null) return null
  const locations = [partner.homeCountry, ...(await listExtraLocations(ctx.db, partner.code))]
  const list = { locations, since, now: now.toISOString(), limit: MOST_COUNTED }
  const requests = (await listReleasedSince(ctx.db, list)).filter((one) => passesFilters(settings, contentOf(one)))
  if (requests.length === 0) return null
  const level = (await findRating(ctx.db, partner.code))?.level ?? 1
  const locked = requests.filter((one) => !isUnlocked(one, level, ctx.policy, now)).length
  return {
    userIds: recipientsOf(settings.notifications.userIds, desk.keeper),
    tag: 'requests_digest',
    text: textsFor(portal.lang).digest({ total: requests.length, locked }),
    link: appLink(ctx.config.bitrix24.appCode, portal)
  }
}

async function aboutReservation(
  ctx: AppContext,
  { portal, settings }: Desk,
  notice: 'request_withdrawn' | 'request_erased' | 'delivery_refused',
  reservationId: string
): Promise<Prepared> {
  const reservation = await findReserved(ctx.db, reservationId)
  if (!reservation) return null
  const number = requestNumber(reservation.number)
  const texts = textsFor(portal.lang)
  const words = {
    request_withdrawn: texts.withdrawn,
    request_erased: texts.erased,
    delivery_refused: texts.deliveryRefused
  }
  return {
    userIds: recipientsOf(settings.notifications.userIds, reservation.userId),
    tag: tagOf(number),
    text: words[notice](number),
    link: appLink(ctx.config.bitrix24.appCode, portal, { reservation: reservationId })
  }
}

function test(ctx: AppContext, { portal, settings }: Desk, callerId: number): Notice {
  return {
    userIds: recipientsOf(settings.notifications.userIds, callerId),
    tag: 'notices_test',
    text: textsFor(portal.lang).test,
    link: appLink(ctx.config.bitrix24.appCode, portal)
  }
}

const tagOf = (number: string): string => `request_${number}`
