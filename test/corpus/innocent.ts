import type { Language } from './language.ts'
import type { Random } from './random.ts'

const PRODUCTS = [
  'Bitrix24',
  '1C',
  '1C:Enterprise 8.3',
  'SAP S/4HANA',
  'Office 365',
  'HubSpot',
  'Excel 2019',
  'Bitrix24.com',
  'Salesforce',
  'Zoho',
  'monday.com',
  'ASP.NET',
  'Node.js',
  'Odoo 17',
  'MySQL 8.0.36',
  'amoCRM'
]
const ISO = ['ISO 9001:2015', 'ISO 27001:2022', 'ISO/IEC 27001', 'ISO 14001:2015']

/** Fills a sentence with numbers and names that look like contact data and are none. */
export function fillInnocent(random: Random, language: Language, sentence: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const year = () => random.between(2024, 2028)
  const grouped = (value: number) => String(value).replace(/\B(?=(?:\d{3})+$)/g, language.thousands)
  const fill: Record<string, () => string> = {
    users: () => `${random.between(5, 900)} ${language.users}`,
    money: () =>
      random.of(language.currency).replace('#', grouped(random.between(2, 900) * random.of([100, 1000, 2500]))),
    date: () => {
      const [day, month] = [random.between(1, 28), random.between(1, 12)]
      return random.of([
        `${two(day)}.${two(month)}.${year()}`,
        `${year()}-${two(month)}-${two(day)}`,
        `${two(day)}/${two(month)}/${year()}`,
        `${day}.${month}.${year()} ${two(random.between(8, 18))}:${random.of(['00', '30'])}`
      ])
    },
    version: () =>
      random.of([
        `${random.between(20, 26)}.${random.between(0, 900)}.${random.between(0, 200)}`,
        `${random.between(1, 9)}.${random.between(0, 20)}`
      ]),
    product: () => random.of(PRODUCTS),
    big: () =>
      random.of([
        grouped(random.between(10, 900) * 1000),
        String(random.between(10, 900) * 10_000),
        `${random.between(2, 90)}${language.thousands}000${language.thousands}000`
      ]),
    times: () => random.of(['9:00-18:00', '09:00 - 17:30', '8:30–17:00', '24/7']),
    order: () =>
      random.of([
        `${random.between(2024, 2026)}-${random.between(100_000, 999_999)}`,
        `A-${random.between(1000, 9999)}`
      ]),
    years: () => random.of([`${year()}`, '2025/2026', '2026-2027', 'Q3 2026']),
    iso: () => random.of(ISO)
  }
  return sentence.replace(/\{(\w+)\}/g, (_, slot: string) => fill[slot]?.() ?? '')
}
