import type { Story } from './story.ts'

type Row = [
  country: 'US' | 'DE',
  city: string,
  company: string,
  service: string,
  summary: string,
  industry: string,
  users: number
]

/** Requests of the last months: what partners have won and lost. */
const ROWS: Row[] = [
  ['US', 'San Francisco', 'Redwood Legal', 'training', 'CRM training for a law office', 'Legal services', 9],
  ['US', 'Portland', 'Juniper Outdoor', 'integration', 'Web shop orders into the CRM', 'Outdoor retail', 14],
  ['US', 'San Francisco', 'Northgate Advisors', 'cloud_subscription', 'Move from another CRM', 'Consulting', 20],
  [
    'US',
    'Phoenix',
    'Blue Basin Pools',
    'workflow_automation',
    'Automatic quotes for pool builders',
    'Construction',
    11
  ],
  ['US', 'Boston', 'Talent Harbor', 'customization', 'Custom cards for a recruiting firm', 'Recruiting', 17],
  ['US', 'San Mateo', 'Bayside Dental', 'telephony', 'Phones for a dental practice', 'Health care', 8],
  ['US', 'Reno', 'Silver Spur Inn', 'training', 'Admin training, two people', 'Hospitality', 6],
  ['US', 'Berkeley', 'Eastbay Fitness', 'cloud_subscription', 'Member management for a gym chain', 'Fitness', 19],
  ['US', 'Dallas', 'Brazos Wholesale', 'integration', 'Accounting connection', 'Wholesale', 15],
  ['US', 'Palo Alto', 'Lattice Labs', 'workflow_automation', 'Trial follow-up for a software startup', 'Software', 13],
  ['DE', 'Lübeck', 'Ostsee Reisen', 'training', 'Schulung für ein Reisebüro', 'Touristik', 7],
  ['DE', 'Kiel', 'Fördewerk', 'cloud_subscription', 'CRM für eine Werft-Zulieferin', 'Schiffbau', 18],
  ['DE', 'Hannover', 'Leinehof Akademie', 'integration', 'Formulare der Webseite ins CRM', 'Weiterbildung', 12],
  ['DE', 'Dresden', 'Sehwerk Elbe', 'telephony', 'Anrufe am Kontakt sehen', 'Optik', 9]
]

export const PAST: Story[] = ROWS.map(([country, city, company, service, summary, industry, users]) => ({
  country,
  city,
  languages: [country === 'US' ? 'en' : 'de'],
  company,
  services: [service],
  summary,
  description: summary,
  role: country === 'US' ? 'Owner' : 'Geschäftsführung',
  companySize: '11-50',
  industry,
  users,
  budget: [900 + 170 * users, country === 'US' ? 'USD' : 'EUR'] as [number, string],
  timeframe: country === 'US' ? 'one month' : 'ein Monat'
}))
