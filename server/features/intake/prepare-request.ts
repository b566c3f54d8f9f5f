import { createRequire } from 'node:module'
import type * as Tinyld from 'tinyld'
import { SERVICES } from '../../../shared/codes.ts'
import type { PushedRequest } from '../../../shared/contract/staff-webhooks.ts'
import { foldText } from '../../../shared/search-text.ts'
import type { Contact } from '../../../shared/contract/values.ts'
import type { AppContext } from '../../context.ts'
import { scrubber, type KnownContact, type Scrubbed } from '../../scrubbing/scrub.ts'
import type { ClientRecord } from '../../vault/contact-vault.ts'
import { clientFingerprints, type Fingerprint } from '../../vault/fingerprints.ts'
import { checkContact, normalisePhone } from './contact-checks.ts'
import { checkQuality } from './quality.ts'
import type { RequestContent } from './repository.ts'
import type { HeldNote } from './rules.ts'
import { budgetInEuro, valueClassOf } from './value-class.ts'

/** All that can be known of a pushed request without looking into the store. */
export interface PreparedRequest {
  externalId: string
  content: RequestContent
  client: ClientRecord
  fingerprints: Fingerprint[]
  notes: HeldNote[]
  wantedPartners: number | undefined
  receivedAt: string | undefined
}

export function prepareRequest(ctx: AppContext, pushed: PushedRequest): PreparedRequest {
  const { country } = pushed.location
  const phone = pushed.contact.phone === undefined ? null : normalisePhone(pushed.contact.phone, country)
  const contact = compact({ ...pushed.contact, phone: phone ?? pushed.contact.phone })
  const texts = scrubTexts(pushed, pushed.contact)
  const consent = checkConsent(pushed)
  return {
    externalId: pushed.externalId,
    content: contentOf(ctx, pushed, texts.scrubbed),
    client: { contact, original: { summary: pushed.summary, description: pushed.description ?? null } },
    fingerprints: clientFingerprints(ctx.keys, contact, phone),
    notes: [...consent, ...checkContact(contact, phone), ...checkQuality(pushed), ...texts.notes],
    wantedPartners: pushed.maxPartners,
    receivedAt: pushed.receivedAt
  }
}

const compact = (contact: PushedRequest['contact']): Contact =>
  Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined)) as unknown as Contact

function checkConsent({ consent }: PushedRequest): HeldNote[] {
  if (consent?.shareWithPartners) return []
  return [{ reason: 'consent_missing', evidence: { consent: consent ? 'refused' : 'missing' } }]
}

interface FreeTexts {
  summary: string
  description: string | null
  city: string | null
  clientRole: string | null
  companySize: string | null
  industry: string | null
  timeframe: string | null
  edition: string | null
  source: string | null
  consentVersion: string | null
}

function scrubTexts(pushed: PushedRequest, known: KnownContact): { scrubbed: FreeTexts; notes: HeldNote[] } {
  const spots: Record<string, unknown>[] = []
  const scrub = scrubber(known, { country: pushed.location.country })
  const clean = (field: string, text: string | undefined): string | null => {
    if (text === undefined) return null
    const result = scrub(text)
    spots.push(...result.doubts.map((doubt) => ({ field, ...doubt })))
    return result.text
  }
  const scrubbed = {
    summary: clean('summary', pushed.summary) ?? '',
    description: clean('description', pushed.description),
    city: clean('location.city', pushed.location.city),
    clientRole: clean('client.role', pushed.client?.role),
    companySize: clean('client.companySize', pushed.client?.companySize),
    industry: clean('client.industry', pushed.client?.industry),
    timeframe: clean('timeframe', pushed.timeframe),
    edition: clean('edition', pushed.edition),
    source: clean('source', pushed.source),
    consentVersion: versionOf(pushed.consent?.textVersion, scrub)
  }
  return { scrubbed, notes: spots.length > 0 ? [{ reason: 'scrubbing_doubt', evidence: { spots } }] : [] }
}

/** It names a text of the sender's own, which may be an address of the web; no partner sees it, so that nobody has to look. */
function versionOf(version: string | undefined, scrub: (text: string) => Scrubbed): string | null {
  if (version === undefined) return null
  const { text, cuts } = scrub(version)
  return cuts.every(({ kind }) => kind === 'url') ? version : text
}

function contentOf(ctx: AppContext, pushed: PushedRequest, texts: FreeTexts): RequestContent {
  const { location, services, users, budget, consent } = pushed
  const budgetEur = budgetInEuro(budget, ctx.policy)
  // Without spreads: an object of so many keys that is put together from others is a slow one, here and wherever it goes.
  return {
    summary: texts.summary,
    description: texts.description ?? '',
    city: texts.city,
    clientRole: texts.clientRole,
    companySize: texts.companySize,
    industry: texts.industry,
    timeframe: texts.timeframe,
    edition: texts.edition,
    source: texts.source,
    services: JSON.stringify(services),
    serviceBits: services.reduce((bits, code) => bits | (1 << SERVICES.indexOf(code)), 0),
    country: location.country,
    subdivision: location.subdivision ?? null,
    languages: JSON.stringify(languagesOf(pushed)),
    users: users ?? null,
    budgetAmount: budget?.amount ?? null,
    budgetCurrency: budget?.currency ?? null,
    budgetEur,
    valueClass: valueClassOf(budgetEur, users, ctx.policy),
    searchText: foldText(
      [texts.summary, texts.description, texts.city, texts.clientRole, texts.industry, texts.edition]
        .filter((text) => text !== null)
        .join('\n')
    ),
    wantedExpiresAt: pushed.expiresAt ?? null,
    hasConsent: consent?.shareWithPartners ? 1 : 0,
    consentVersion: texts.consentVersion,
    consentAt: consent?.at ?? null
  }
}

const canonicalTags = new Map<string, string>()

/** The engine takes its time for this, and senders use few languages. */
function canonical(tag: string): string {
  const known = canonicalTags.get(tag)
  if (known) return known
  if (canonicalTags.size > 1000) canonicalTags.clear()
  const found = Intl.getCanonicalLocales(tag)[0] ?? tag
  canonicalTags.set(tag, found)
  return found
}

const load = createRequire(import.meta.url)
/** It takes long to load, so that a start does not wait for it. */
const detector = (): typeof Tinyld => load('tinyld') as typeof Tinyld

const ENOUGH_TO_DETECT = 400

function languagesOf({ languages, summary, description }: PushedRequest): string[] {
  if (languages && languages.length > 0) return [...new Set(languages.map(canonical))]
  const detected = detector().detect(`${summary} ${description ?? ''}`.slice(0, ENOUGH_TO_DETECT))
  return detected ? [detected] : []
}
