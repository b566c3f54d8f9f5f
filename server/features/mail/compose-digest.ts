import type { Service } from '../../../shared/codes.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import type { Partner } from '../../partners/repository.ts'
import { appLink } from '../../portals/app-link.ts'
import type { Portal } from '../../portals/repository.ts'
import type { ReleasedRequest } from '../../requests/repository.ts'
import { countryName, separatorIn, serviceNames } from '../../requests/service-names.ts'
import { isUnlocked, unlocksAt } from '../../requests/unlock.ts'
import { digestHtml } from './digest-html.ts'
import { languageOf, textsFor } from './texts.ts'

export interface Digest {
  subject: string
  text: string
  html: string
}

export interface DigestParts {
  partner: Partner
  level: number
  portal: Portal | undefined
  requests: ReleasedRequest[]
  optOut: string
}

const MOST_LISTED = 15

export interface Line {
  /** Number and place. */
  title: string
  services: string[]
  link: string | null
}

/** The mail: which requests are open to the partner, how many are locked. Structured facts only, no free text. */
export function composeDigest(ctx: AppContext, parts: DigestParts): Digest {
  const { partner, level, portal, requests, optOut } = parts
  const now = ctx.clock.now()
  const lang = languageOf(portal, partner.homeCountry)
  const texts = textsFor(lang)
  const open = requests.filter((one) => isUnlocked(one, level, ctx.policy, now))
  const locked = requests.filter((one) => !open.includes(one))
  const { appCode } = ctx.config.bitrix24
  const link = (params: Record<string, string>) => (portal ? appLink(appCode, portal, params) : null)
  const lines = open
    .slice(0, MOST_LISTED)
    .map((one): Line => ({ ...lineOf(one, lang), link: link({ request: one.id }) }))
  const more = open.length > MOST_LISTED ? [texts.more(open.length - MOST_LISTED)] : []
  const opensAt = locked.map((one) => unlocksAt(one, level, ctx.policy)).sort()[0]
  const opens =
    opensAt === undefined ? [] : [texts.locked({ locked: locked.length, at: timeOf(opensAt, lang, partner.timeZone) })]
  const before = [texts.greeting(partner.name), texts.summary({ total: requests.length, locked: locked.length })]
  const appPage = link({})
  const subject = texts.subject(requests.length)
  const body = { lang, before, lines, after: [...more, ...opens], appPage, texts, optOut }
  return {
    subject,
    text: asText(body),
    html: digestHtml(subject, body)
  }
}

const lineOf = (request: ReleasedRequest, lang: string): Omit<Line, 'link'> => ({
  title: `${requestNumber(request.number)} · ${countryName(request.country, lang)}`,
  services: (JSON.parse(request.services) as Service[]).map((service) => serviceNames([service], lang))
})

const timeOf = (at: string, lang: string, timeZone: string | null): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: timeZone ?? 'UTC' }).format(
    new Date(at)
  ) + (timeZone === null ? ' UTC' : '')

export interface Body {
  lang: string
  before: string[]
  lines: Line[]
  after: string[]
  appPage: string | null
  texts: ReturnType<typeof textsFor>
  optOut: string
}

function asText({ lang, before, lines, after, appPage, texts, optOut }: Body): string {
  const list = lines.map(({ title, services, link }) => {
    const words = `- ${title} · ${services.join(separatorIn(lang))}`
    return link === null ? words : `${words}\n  ${link}`
  })
  const door = appPage === null ? texts.howToOpen : `${texts.open}: ${appPage}`
  return [...before, list.join('\n'), ...after, door, `${texts.why}\n${texts.unsubscribe}: ${optOut}`]
    .filter((part) => part !== '')
    .join('\n\n')
}
