import type { Story } from './story.ts'

type Row = [country: 'US' | 'DE', city: string, service: string, summary: string, industry: string, users: number]

/** Requests of the last months: what partners have won and lost. */
const ROWS: Row[] = [
  ['US', 'San Francisco', 'training', 'CRM training for a law office', 'Legal services', 9],
  ['US', 'Portland', 'integration', 'Web shop orders into the CRM', 'Outdoor retail', 14],
  ['US', 'San Francisco', 'cloud_subscription', 'Move from another CRM', 'Consulting', 20],
  ['US', 'Phoenix', 'workflow_automation', 'Automatic quotes for pool builders', 'Construction', 11],
  ['US', 'Boston', 'customization', 'Custom cards for a recruiting firm', 'Recruiting', 17],
  ['US', 'San Mateo', 'telephony', 'Phones for a dental practice', 'Health care', 8],
  ['US', 'Reno', 'training', 'Admin training, two people', 'Hospitality', 6],
  ['US', 'Berkeley', 'cloud_subscription', 'Member management for a gym chain', 'Fitness', 19],
  ['US', 'Dallas', 'integration', 'Accounting connection', 'Wholesale', 15],
  ['US', 'Palo Alto', 'workflow_automation', 'Trial follow-up for a software startup', 'Software', 13],
  ['DE', 'Lübeck', 'training', 'Schulung für ein Reisebüro', 'Touristik', 7],
  ['DE', 'Kiel', 'cloud_subscription', 'CRM für eine Werft-Zulieferin', 'Schiffbau', 18],
  ['DE', 'Hannover', 'integration', 'Formulare der Webseite ins CRM', 'Weiterbildung', 12],
  ['DE', 'Dresden', 'telephony', 'Anrufe am Kontakt sehen', 'Optik', 9]
]

export const PAST: Story[] = ROWS.map(([country, city, service, summary, industry, users]) => ({
  country,
  city,
  languages: [country === 'US' ? 'en' : 'de'],
  services: [service],
  summary,
  description: summary,
  role: country === 'US' ? 'Owner' : 'Geschäftsführung',
  companySize: '11-50',
  industry,
  users,
  budget: [2900, country === 'US' ? 'USD' : 'EUR'] as [number, string],
  timeframe: country === 'US' ? 'one month' : 'ein Monat'
}))
