import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { APP } from '../../../manifest/app.ts'
import type { RobotValue } from '../../../manifest/robot-values.ts'
import { languageOf } from '../../portals/languages.ts'
import { textsFor } from './texts.ts'

const wordsOf = ({ name, description }: RobotValue) => (description ? [name, description] : [name])
const languages = readdirSync(new URL('texts', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'delivery-texts')
const maps = [
  ...APP.placements.map(({ title }) => title),
  ...APP.fields.flatMap(({ label, help }) => [label, help]),
  ...APP.triggers.map(({ name }) => name),
  ...APP.badges.flatMap(({ title, value }) => [title, value]),
  ...APP.robots.flatMap(({ name, description, values }) => [
    name,
    description,
    ...Object.values(values).flatMap(wordsOf)
  ])
]

it('speaks English where a language is not offered', () => {
  expect(textsFor('uk').source).toBe(textsFor('en').source)
})

it('speaks the language of every portal for which the app has names', () => {
  for (const map of maps) expect(Object.keys(map).map(languageOf).sort()).toEqual([...languages].sort())
})

describe.each(languages)('%s', (language) => {
  const texts = textsFor(language)

  it('is what the app writes in that language', () => {
    expect(textsFor(language.toLowerCase())).toBe(texts)
    if (language !== 'en') expect(texts.source).not.toBe(textsFor('en').source)
  })

  it('names the request wherever it is spoken of', () => {
    for (const text of [texts.firstContact, ...Object.values(texts.notes)]) expect(text('IR-7')).toContain('IR-7')
  })

  it('leaves nothing empty', () => {
    const all = [texts.source, texts.firstContactHint, ...Object.values(texts.labels), ...Object.values(texts.status)]
    expect(all.filter((text) => text.trim() === '')).toEqual([])
  })
})
