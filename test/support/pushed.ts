let count = 0

/** Valid data of `request.created`, another client each time. */
export function aPushedRequest(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const number = ++count
  return {
    externalId: `form-${number}`,
    services: ['training'],
    summary: 'CRM for a sales team',
    description: 'We would like to introduce Bitrix24 for 40 users and need training.',
    location: { country: 'DE', subdivision: 'DE-BE', city: 'Berlin' },
    languages: ['de'],
    contact: {
      name: `Erika Beispiel ${number}`,
      company: `Musterwerk ${number} GmbH`,
      phone: `+49301234${String(number).padStart(4, '0')}`,
      email: `erika${number}@werk${number}.example`
    },
    consent: { shareWithPartners: true, textVersion: '2026-01', at: '2026-11-01T10:00:00Z' },
    ...changes
  }
}

export const aPushedPartner = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  code: `P-${++count}`,
  name: `Partner ${count}`,
  status: 'gold',
  homeCountry: 'DE',
  approved: true,
  certifiedAt: '2026-01-01T00:00:00Z',
  ...changes
})

export const message = (type: string, data: unknown, timestamp = new Date().toISOString()) => ({
  type,
  timestamp,
  data
})
