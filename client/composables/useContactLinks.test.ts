import { expect, it } from 'vitest'
import { contactLines } from './useContactLinks.ts'

it('makes every way to reach the client one tap', () => {
  const lines = contactLines({
    name: 'Ada',
    phone: '+49 30 23125 014',
    email: 'ada@firm.example',
    messengers: [
      { type: 'telegram', value: '@ada' },
      { type: 'telegram', value: '+49 170 1' },
      { type: 'whatsapp', value: '+49 (170) 1' },
      { type: 'wechat', value: 'ada' }
    ],
    website: 'firm.example'
  })
  expect(lines.map(({ href }) => href)).toEqual([
    'tel:+493023125014',
    'mailto:ada@firm.example',
    'https://t.me/ada',
    'https://t.me/+491701',
    'https://wa.me/491701',
    null,
    'https://firm.example'
  ])
})

it('never makes a link of something that would run', () => {
  const [website] = contactLines({ name: 'Ada', website: 'javascript:alert(1)' })
  expect(website?.href ?? '').not.toMatch(/^javascript:/)
})
