import { describe, expect, it } from 'vitest'
import { AUDIT_KINDS, DISPUTE_REASONS, HELD_REASONS, PARTNER_STATUSES, REQUEST_STATES } from '../../../shared/codes.ts'
import { VISIBILITY_REASONS } from '../../../shared/contract/console-visibility.ts'
import { keyUse, placeholders, textsOf } from '../testing.ts'

const texts = textsOf(import.meta.glob<string>('./*.json', { query: '?raw', import: 'default', eager: true }))
const shared = textsOf(import.meta.glob<string>('../en.json', { query: '?raw', import: 'default', eager: true }))
const english = texts.get('en') ?? new Map<string, string>()
const sources = Object.values(
  import.meta.glob<string>(['../../**/*.{vue,ts}', '!../../**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true
  })
)
const { used, isUsed } = keyUse(sources)

/** Groups whose keys are made of codes (useConsoleText.ts). */
const CODED =
  /^console\.(held|match|signal|field|why|trouble|install|dispute|kind|noted|part|policy\.field)\.\w+(\.\w+)?$/

it('is a namespace of its own', () => {
  expect([...english.keys()].filter((key) => !key.startsWith('console.'))).toEqual([])
})

it('finds every key that the sources name', () => {
  const known = [english, ...shared.values()]
  expect([...used].filter((key) => !known.some((messages) => messages.has(key)))).toEqual([])
})

it('has no key that nothing uses', () => {
  expect([...english.keys()].filter((key) => !isUsed(key) && !CODED.test(key))).toEqual([])
})

it('has words for every code that staff meet', () => {
  const wanted = [
    ...REQUEST_STATES.map((code) => `state.${code}`),
    ...HELD_REASONS.map((code) => `held.${code}`),
    ...PARTNER_STATUSES.map((code) => `partner.${code}`),
    ...DISPUTE_REASONS.map((code) => `dispute.${code}`),
    ...VISIBILITY_REASONS.map((code) => `why.${code}`),
    ...AUDIT_KINDS.filter((code) => !code.startsWith('dispute.')).map((code) => `kind.${code.replace('.', '_')}`)
  ]
  expect(wanted.filter((key) => !english.has(`console.${key}`))).toEqual([])
})

describe.each([...texts])('%s', (_, messages) => {
  it('has exactly the keys of English, with the same placeholders and plural forms', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
    const shape = (text = '') => `${placeholders(text).join()} ${text.split(' | ').length}`
    expect([...messages].filter(([key, text]) => shape(text) !== shape(english.get(key))).map(([key]) => key)).toEqual(
      []
    )
  })
})
