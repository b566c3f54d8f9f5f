import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serviceNames } from '../../requests/service-names.ts'
import { textsFor } from './texts.ts'

const languages = readdirSync(new URL('texts', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'notice-texts')

it('speaks sixteen languages, else English', () => {
  expect(languages).toHaveLength(16)
  expect(textsFor('uk')).toBe(textsFor('en'))
})

describe.each(languages)('%s', (language) => {
  const texts = textsFor(language)

  it('is what the app says in that language', () => {
    if (language === 'en') return
    expect(texts.open).not.toBe(textsFor('en').open)
    expect(serviceNames(['training'], language)).not.toBe(serviceNames(['training'], 'en'))
  })

  it('names the request in bold wherever it is spoken of', () => {
    for (const text of [texts.withdrawn, texts.erased, texts.deliveryRefused])
      expect(text('IR-7')).toContain('[b]IR-7[/b]')
  })

  it('says where a request comes from, what it asks for and how many came', () => {
    const told = texts.requestNew({ number: 'IR-7', country: 'Oz', services: 'magic' })
    for (const part of ['[b]IR-7[/b]', 'Oz', 'magic']) expect(told).toContain(part)
    expect(texts.digest({ total: 12, locked: 3 })).toMatch(/12.*3/)
    expect(texts.digest({ total: 12, locked: 0 })).not.toMatch(/[03]/)
  })
})
