import type { ROBOT } from '../../../manifest/robot.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { AppContext } from '../../context.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import { findPortal } from '../../portals/repository.ts'
import { presentFacts } from '../../requests/present.ts'
import { findRequest, isReleased, type RequestRow } from '../../requests/repository.ts'
import { findByCard, type ReservationRow } from './repository.ts'
import { requestWords } from './request-words.ts'
import { languageFor, textsFor, type DeliveryTexts } from './texts.ts'

type Card = JobPayload<'robot.answer'>['card']
type Values = Record<keyof typeof ROBOT.values, string>

type Status = keyof DeliveryTexts['status']

const NOTHING: Omit<Values, 'statusText'> = {
  ...{ number: '', status: 'none', services: '', serviceCodes: '', location: '', country: '', languages: '' },
  ...{ users: '', budget: '', budgetAmount: '', budgetCurrency: '', timeframe: '' }
}

/** Gives a waiting robot the facts of the request, never the contact. One that waits no longer is let go. */
export async function answerRobot(ctx: AppContext, payload: JobPayload<'robot.answer'>): Promise<void> {
  const { memberId, eventToken, card } = payload
  const portal = await findPortal(ctx.db, memberId)
  if (portal?.status !== 'installed') return
  const values = await valuesOf(ctx, memberId, card, languageFor(portal.lang))
  const answer = { EVENT_TOKEN: eventToken, RETURN_VALUES: values, LOG_MESSAGE: values.number || '—' }
  try {
    await ctx.portals.of(memberId).call('bizproc.event.send', answer)
  } catch (error) {
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    ctx.log.warn({ err: error, memberId }, 'a robot waits no longer')
  }
}

async function valuesOf(ctx: AppContext, memberId: string, card: Card, lang: string): Promise<Values> {
  const reservation = card && (await findByCard(ctx.db, memberId, card))
  const request = reservation && (await findRequest(ctx.db, reservation.requestId))
  const words = textsFor(lang).status
  if (!request || !isReleased(request)) return { ...NOTHING, statusText: words.none }
  const facts = presentFacts(request)
  const { services, place, languages, budget } = requestWords(facts, lang)
  const status = statusOf(request, reservation)
  return {
    ...{ number: facts.number, status, statusText: words[status], services, serviceCodes: facts.services.join(', ') },
    ...{ location: place, country: facts.location.country, languages, users: String(facts.users ?? '') },
    ...{ budget: budget ?? '', budgetAmount: String(facts.budget?.amount ?? '') },
    ...{ budgetCurrency: facts.budget?.currency ?? '', timeframe: facts.timeframe ?? '' }
  }
}

/** What became of the request at Bitrix24 counts more than what became of it here. */
const statusOf = (request: RequestRow, reservation: ReservationRow): Status =>
  request.state === 'withdrawn' || request.state === 'erased' ? request.state : reservation.outcome
