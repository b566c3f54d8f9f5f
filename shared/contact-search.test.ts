import { expect, it } from 'vitest'
import { looksLikeContact } from './contact-search.ts'

it.each([
  'erika@example.com',
  ' Erika.Z＠example.com ',
  '+49 30 23125042',
  '+4',
  '＋４９ ３０ ２３１２５０４２',
  '0049 30 23125042',
  '030/2312504',
  '(030) 231 25 04',
  '415-555-0132 00'
])('knows %j as contact data', (text) => {
  expect(looksLikeContact(text)).toBe(true)
})

it.each(['', 'R-000123', '000123', '123', '123456789', 'form-2031-000123', 'CRM for 120 users', '2031-11', '1C + 50'])(
  'lets %j be searched for',
  (text) => {
    expect(looksLikeContact(text)).toBe(false)
  }
)
