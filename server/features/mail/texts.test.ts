import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageOf, textsFor } from './texts.ts'

const languages = readdirSync(new URL('texts', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'mail-texts')

it('speaks sixteen languages, else English', () => {
  expect(languages).toHaveLength(16)
  expect(textsFor('uk')).toBe(textsFor('en'))
})

it('takes the portal’s language, or else the likely one of the partner’s country', () => {
  const spoken = (portal: { lang: string } | undefined, country: string) => textsFor(languageOf(portal, country))
  expect(spoken({ lang: 'pl' }, 'DE')).toBe(textsFor('pl'))
  const likely = {
    AT: 'de',
    BR: 'pt-BR',
    PT: 'pt-BR',
    MX: 'es',
    HK: 'zh-TW',
    CN: 'zh-CN',
    IN: 'hi',
    MY: 'ms',
    US: 'en'
  }
  for (const [country, lang] of Object.entries(likely)) expect(spoken(undefined, country)).toBe(textsFor(lang))
  expect(spoken(undefined, 'SE')).toBe(textsFor('en'))
})

describe.each(languages)('%s', (language) => {
  const texts = textsFor(language)

  it('is what the mail says in that language', () => {
    if (language === 'en') return
    const english = textsFor('en')
    for (const part of ['open', 'howToOpen', 'why', 'unsubscribe'] as const) expect(texts[part]).not.toBe(english[part])
    expect(texts.page.unknown.text).not.toBe(english.page.unknown.text)
  })

  it('says how many came, how many are open, and when the next one opens', () => {
    expect(texts.subject(12)).toContain('12')
    expect(texts.summary({ total: 12, locked: 0 })).toContain('12')
    const counted = texts.summary({ total: 12, locked: 3 })
    for (const count of ['9', '3']) expect(counted).toContain(count)
    expect(texts.more(4)).toContain('4')
    expect(texts.locked({ locked: 3, at: 'noon' })).toContain('noon')
    expect(texts.locked({ locked: 1, at: 'noon' })).not.toBe(texts.locked({ locked: 3, at: 'noon' }))
  })

  it('names the partner and its address', () => {
    expect(texts.greeting('Nordlicht')).toContain('Nordlicht')
    for (const say of [texts.page.ask, texts.page.stopped, texts.page.resumed])
      expect(say('a@b.example')).toContain('a@b.example')
  })
})
