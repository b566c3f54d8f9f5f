import currencies from 'currency-codes'
import { iso31661, iso31662 } from 'iso-3166'
import { z } from 'zod'
import { MESSENGER_TYPES, PORTAL_FAILURES, SERVICES, type FieldIssue } from '../codes.ts'

const countries = new Set(iso31661.map((country) => country.alpha2))
const subdivisions = new Map(iso31662.map((subdivision) => [subdivision.code, subdivision.name]))
const currencyCodes = new Set(currencies.codes())
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

export const isCountry = (code: string): boolean => countries.has(code)
export const isSubdivision = (code: string): boolean => subdivisions.has(code)
export const isLocation = (code: string): boolean => isCountry(code) || isSubdivision(code)
export const subdivisionName = (code: string): string | undefined => subdivisions.get(code)

const knownTags = new Map<string, boolean>()

/** A well-formed BCP 47 tag whose language CLDR knows. The engine takes its time to tell, and senders use few tags. */
export function isLanguage(tag: string): boolean {
  const known = knownTags.get(tag) ?? readTag(tag)
  if (knownTags.size < MOST_TAGS) knownTags.set(tag, known)
  return known
}

const MOST_TAGS = 1000

function readTag(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag)
    return languageNames.of(language) !== undefined
  } catch {
    return false
  }
}

/** A refusal of a refinement, with the code that `http/field-errors.ts` reads. */
export const named = (issue: FieldIssue, message: string) => ({ message, params: { issue } })

export const service = z.enum(SERVICES)
export const countryCode = z
  .string()
  .refine(isCountry, named('unknown_country', 'unknown country: ISO 3166-1 alpha-2 is expected'))
export const subdivisionCode = z
  .string()
  .refine(isSubdivision, named('unknown_subdivision', 'unknown subdivision: ISO 3166-2 is expected'))
export const locationCode = z
  .string()
  .refine(isLocation, named('unknown_location', 'unknown location: ISO 3166-1 or 3166-2 is expected'))
export const languageTag = z
  .string()
  .max(35)
  .refine(isLanguage, named('unknown_language', 'unknown language: a BCP 47 tag is expected'))
export const currencyCode = z
  .string()
  .refine((code) => currencyCodes.has(code), named('unknown_currency', 'unknown currency: ISO 4217 is expected'))

/** RFC 3339 with any offset, turned into UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'a time as in RFC 3339 is expected' })
  .transform((text) => new Date(text).toISOString())

const clean = (value: string): string => value.replaceAll('\0', '').toWellFormed().trim()

/** Free text: trimmed, not empty, without NUL (PostgreSQL refuses it) and lone surrogates. */
export const text = (max: number) => z.string().max(max).overwrite(clean).min(1)

export const optionalText = (max: number) =>
  z
    .string()
    .max(max)
    .overwrite(clean)
    .nullish()
    .transform((value) => value || undefined)

export const money = z.object({ amount: z.number().min(0).max(1e12), currency: currencyCode })

export const place = z
  .object({
    country: countryCode,
    subdivision: subdivisionCode.nullish().transform((value) => value ?? undefined),
    city: optionalText(120)
  })
  .refine(({ country, subdivision }) => !subdivision || subdivision.startsWith(`${country}-`), {
    path: ['subdivision'],
    ...named('other_country', 'the subdivision lies in another country')
  })

export const messenger = z.object({ type: z.enum(MESSENGER_TYPES), value: text(200) })

/** What a partner may read only after it has reserved. */
export const contact = z.object({
  name: z.string(),
  company: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  messengers: z.array(messenger).optional(),
  website: z.string().optional(),
  address: z.string().optional()
})
export type Contact = z.infer<typeof contact>

/** Why a portal did not do something; the client has words for each. `field`: what its CRM did not accept. */
export const portalFailure = z.object({ code: z.enum(PORTAL_FAILURES), field: z.string().nullable() })
export type PortalFailure = z.infer<typeof portalFailure>

/** `a,b,c` in a query. */
export const commaList = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((list) => list.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(100))

export const pageLimit = z.coerce
  .number()
  .int()
  .min(1)
  .default(20)
  .transform((limit) => Math.min(limit, 100))

export const opaqueId = z.object({ id: z.string().min(1).max(64) })
