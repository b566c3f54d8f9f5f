import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { partnerWebhook, purchaseWebhook, requestWebhook } from '../../shared/contract/staff-webhooks.ts'
import { fieldErrors } from './field-errors.ts'

const issuesOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value)
  return error ? fieldErrors(error).map(({ message: _, ...told }) => told) : []
}

const timestamp = '2026-11-23T09:00:00Z'
const location = { country: 'DE' }
const contact = { name: 'Erika Muster', email: 'erika@muster.example' }
const request = { externalId: 'f-1', services: ['training'], summary: 'CRM', location, contact }
const asRequest = (more: Record<string, unknown>) => ({
  type: 'request.created',
  timestamp,
  data: { ...request, ...more }
})
const partner = { code: 'p', name: 'P', status: 'gold', homeCountry: 'DE', approved: true }
const asPartner = (more: Record<string, unknown>) => ({
  type: 'partner.upserted',
  timestamp,
  data: { ...partner, ...more }
})

describe('what is wrong with a field of a request', () => {
  it.each([
    [{ summary: undefined }, { path: 'data.summary', issue: 'missing' }],
    [{ contact: undefined }, { path: 'data.contact', issue: 'missing' }],
    [{ summary: '  ' }, { path: 'data.summary', issue: 'empty' }],
    [{ services: [] }, { path: 'data.services', issue: 'empty' }],
    [{ summary: 7 }, { path: 'data.summary', issue: 'wrong_type', expected: 'string' }],
    [{ summary: null }, { path: 'data.summary', issue: 'wrong_type', expected: 'string' }],
    [{ services: 'training' }, { path: 'data.services', issue: 'wrong_type', expected: 'array' }],
    [{ users: 'ten' }, { path: 'data.users', issue: 'wrong_type', expected: 'number' }],
    [{ users: 1.5 }, { path: 'data.users', issue: 'not_whole' }],
    [{ users: -1 }, { path: 'data.users', issue: 'too_small', limit: 0 }],
    [{ maxPartners: 6 }, { path: 'data.maxPartners', issue: 'too_large', limit: 5 }],
    [{ summary: 'x'.repeat(501) }, { path: 'data.summary', issue: 'too_long', limit: 500 }],
    [{ languages: Array(21).fill('de') }, { path: 'data.languages', issue: 'too_many', limit: 20 }],
    [{ languages: ['qqq'] }, { path: 'data.languages.0', issue: 'unknown_language' }],
    [{ location: { country: 'Germany' } }, { path: 'data.location.country', issue: 'unknown_country' }],
    [
      { location: { country: 'DE', subdivision: 'DE-XX' } },
      { path: 'data.location.subdivision', issue: 'unknown_subdivision' }
    ],
    [
      { location: { country: 'DE', subdivision: 'US-CA' } },
      { path: 'data.location.subdivision', issue: 'other_country' }
    ],
    [{ budget: { amount: 5, currency: 'euro' } }, { path: 'data.budget.currency', issue: 'unknown_currency' }],
    [{ contact: { name: 'Erika' } }, { path: 'data.contact.phone', issue: 'no_way_to_contact' }],
    [{ expiresAt: 'tomorrow' }, { path: 'data.expiresAt', issue: 'not_a_time' }],
    [
      { consent: { shareWithPartners: 'yes' } },
      { path: 'data.consent.shareWithPartners', issue: 'wrong_type', expected: 'boolean' }
    ]
  ])('%j', (more, told) => {
    expect(issuesOf(requestWebhook, asRequest(more))).toEqual([told])
  })

  it('names the codes that are known', () => {
    const [service] = issuesOf(requestWebhook, asRequest({ services: ['gardening'] }))
    expect(service).toMatchObject({ path: 'data.services.0', issue: 'unknown_value' })
    expect(service?.allowed).toContain('telephony')
    const types = ['request.created', 'request.updated', 'request.withdrawn', 'request.erased']
    expect(issuesOf(requestWebhook, { ...asRequest({}), type: 'request.new' })).toEqual([
      { path: 'type', issue: 'unknown_value', allowed: types }
    ])
  })
})

describe('what is wrong with a field of a partner or a purchase', () => {
  it.each([
    [{ email: 'nobody' }, { path: 'data.email', issue: 'not_an_email' }],
    [{ timeZone: 'Mars/North' }, { path: 'data.timeZone', issue: 'unknown_time_zone' }],
    [{ suspendedUntil: 'soon' }, { path: 'data.suspendedUntil', issue: 'not_a_time' }],
    [{ status: 'iron' }, { path: 'data.status', issue: 'unknown_value', allowed: ['bronze', 'silver', 'gold'] }]
  ])('%j', (more, told) => {
    expect(issuesOf(partnerWebhook, asPartner(more))).toEqual([told])
  })

  it('is told of a purchase, too', () => {
    const data = { externalId: 's-1', partnerCode: 'p', at: '23.11.2026' }
    expect(issuesOf(purchaseWebhook, { type: 'purchase.recorded', timestamp, data })).toEqual([
      { path: 'data.at', issue: 'not_a_time' }
    ])
  })
})

it('says nothing more of a rule that has no code', () => {
  const schema = z.string().refine(() => false, 'not like this')
  expect(fieldErrors(schema.safeParse('x').error!)).toEqual([{ path: '', message: 'not like this' }])
})
