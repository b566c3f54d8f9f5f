import { describe, expect, it } from 'vitest'
import { PLAIN_TEXTS } from './plain-texts.ts'

const PAGES = ['outside', 'unconfirmed', 'unavailable'] as const

it('speaks sixteen languages', () => {
  expect(Object.keys(PLAIN_TEXTS)).toHaveLength(16)
})

describe.each(Object.entries(PLAIN_TEXTS))('%s', (lang, texts) => {
  it.each(PAGES)('says what is the matter and what to do: %s', (page) => {
    const { title, text } = texts[page]
    expect(title && text).toBeTruthy()
    expect(title + text).not.toMatch(/[<>&]/)
    if (lang === 'en') return
    expect(title).not.toBe(PLAIN_TEXTS.en![page].title)
    expect(text).not.toBe(PLAIN_TEXTS.en![page].text)
  })
})
