import { randomUUID } from 'node:crypto'

type Data = Record<string, unknown>

/** A valid partner as staff push it. */
export const aPartner = (overrides: Data = {}): Data => ({
  code: `partner-${randomUUID().replaceAll('-', '').slice(0, 12)}`,
  name: 'Nordlicht Beratung',
  status: 'silver',
  homeCountry: 'DE',
  approved: true,
  certifiedAt: '2026-01-10T09:00:00.000Z',
  ...overrides
})

/** Fictional numbers of Berlin; those that end with less or more are left to tests that name their own. */
const [FIRST_PHONE, PHONES] = [200, 700]
let nextPhone = Math.floor(Math.random() * PHONES)

/** A valid request as staff push it. */
export const aRequest = (overrides: Data = {}): Data => {
  const tag = randomUUID().replaceAll('-', '').slice(0, 12)
  return {
    externalId: `form-${tag}`,
    services: ['cloud_subscription', 'training'],
    summary: 'CRM for a sales team',
    description: 'We sell machine parts and want to leave our spreadsheets.',
    location: { country: 'DE', city: 'Berlin' },
    languages: ['de'],
    client: { role: 'Head of sales', companySize: '11-50', industry: 'Manufacturing' },
    users: 12,
    budget: { amount: 3000, currency: 'EUR' },
    timeframe: 'within three months',
    contact: {
      name: `Erika Zyxwvut${tag}`,
      company: `Qwertz ${tag} GmbH`,
      phone: `+493023125${FIRST_PHONE + (nextPhone++ % PHONES)}`,
      email: `erika.${tag}@kunde-${tag}.example`
    },
    consent: { shareWithPartners: true, textVersion: '3', at: '2026-11-01T10:00:00.000Z' },
    source: 'Website form',
    ...overrides
  }
}
