import { z } from 'zod'
import { PARTNER_STATUSES, REQUEST_STATES } from '../codes.ts'
import { fieldError } from './problem.ts'
import {
  countryCode,
  instant,
  languageTag,
  messenger,
  money,
  named,
  optionalText,
  place,
  service,
  text
} from './values.ts'

const optional = <Value extends z.ZodType>(value: Value) => value.nullish().transform((found) => found ?? undefined)
const externalId = text(200)

/** What a staff webhook says about a request: `request.created` and `request.updated`. */
export const pushedRequest = z.object({
  externalId,
  services: z
    .array(service)
    .min(1)
    .max(13)
    .transform((list) => [...new Set(list)]),
  summary: text(500),
  description: optionalText(20_000),
  location: place,
  languages: optional(z.array(languageTag).max(20)),
  client: optional(z.object({ role: optionalText(120), companySize: optionalText(60), industry: optionalText(120) })),
  users: optional(z.number().int().min(0).max(10_000_000)),
  budget: optional(money),
  timeframe: optionalText(200),
  edition: optionalText(200),
  contact: z
    .object({
      name: text(200),
      company: optionalText(200),
      phone: optionalText(60),
      email: optionalText(254),
      messengers: optional(z.array(messenger).max(10)),
      website: optionalText(300),
      address: optionalText(500)
    })
    .refine((contact) => contact.phone !== undefined || contact.email !== undefined, {
      path: ['phone'],
      ...named('no_way_to_contact', 'a phone or an e-mail is required')
    }),
  consent: optional(
    z.object({ shareWithPartners: z.boolean(), textVersion: optionalText(100), at: optional(instant) })
  ),
  maxPartners: optional(z.number().int().min(1).max(5)),
  source: optionalText(120),
  expiresAt: optional(instant),
  receivedAt: optional(instant)
})
export type PushedRequest = z.infer<typeof pushedRequest>

const timestamp = z.iso.datetime({ offset: true })
const reasoned = z.object({ externalId, reason: optionalText(500) })

export const requestWebhook = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request.created'), timestamp, data: pushedRequest }),
  z.object({ type: z.literal('request.updated'), timestamp, data: pushedRequest }),
  z.object({ type: z.literal('request.withdrawn'), timestamp, data: reasoned }),
  z.object({ type: z.literal('request.erased'), timestamp, data: reasoned })
])
export type RequestWebhook = z.infer<typeof requestWebhook>

export const requestBatchWebhook = z.object({
  type: z.literal('request.batch'),
  timestamp: timestamp.optional(),
  data: z.array(z.unknown()).min(1).max(500)
})

export const pushedPartner = z.object({
  code: text(100),
  name: text(200),
  status: z.enum(PARTNER_STATUSES),
  homeCountry: countryCode,
  approved: z.boolean(),
  certifiedAt: optional(instant),
  certifiedUsers: optional(z.array(z.object({ portal: text(255), userId: z.number().int().positive() })).max(1000)),
  email: optional(z.email().max(254)),
  domains: optional(z.array(text(253)).max(100)),
  timeZone: optional(
    z.string().max(64).refine(isTimeZone, named('unknown_time_zone', 'unknown time zone: an IANA name is expected'))
  ),
  portals: optional(z.array(text(255)).max(20)),
  activationCode: optional(text(128)),
  suspendedUntil: optional(z.union([z.literal('permanent'), instant])),
  suspensionReason: optionalText(500),
  terminatedAt: optional(instant)
})
export type PushedPartner = z.infer<typeof pushedPartner>

export const partnerWebhook = z.object({ type: z.literal('partner.upserted'), timestamp, data: pushedPartner })

export const purchase = z.object({
  externalId,
  partnerCode: text(100),
  requestExternalId: optionalText(200),
  proof: optionalText(300),
  clientPortal: optionalText(255),
  amount: optional(money),
  at: instant,
  reversed: optional(z.boolean())
})
export type PushedPurchase = z.infer<typeof purchase>

export const purchaseWebhook = z.object({ type: z.literal('purchase.recorded'), timestamp, data: purchase })

export const webhookAnswer = z.object({ id: z.string(), state: z.string(), duplicate: z.boolean() })
export type WebhookAnswer = z.infer<typeof webhookAnswer>

export const batchAnswer = z.object({
  results: z.array(
    z.union([
      z.object({ index: z.number(), id: z.string(), state: z.enum(REQUEST_STATES) }),
      z.object({
        index: z.number(),
        code: z.string(),
        errors: z.array(fieldError)
      })
    ])
  )
})

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
