import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD, DELIVERY_STATES, DISPUTE_REASONS, FEED_SORTS, OUTCOMES } from '../../shared/codes.ts'
import { HISTORY_CAUSES, HISTORY_KINDS } from '../../shared/codes.ts'
import { MESSENGER_TYPES, PORTAL_FAILURES, SERVICES, VALUE_CLASSES } from '../../shared/codes.ts'
import { ERROR_STATUS } from '../../shared/error-codes.ts'
import { keyUse, placeholders, textsOf } from './testing.ts'

const sources = import.meta.glob<string>(
  ['../**/*.{vue,ts}', '!../**/*.test.ts', '!../components.d.ts', '!../**/console/**', '!../**/useConsole*.ts'],
  { query: '?raw', import: 'default', eager: true }
)
const texts = textsOf(import.meta.glob<string>('./*.json', { query: '?raw', import: 'default', eager: true }))
const english = texts.get('en') ?? new Map<string, string>()
const { used, isUsed } = keyUse(Object.values(sources))

it('finds every key that the sources name', () => {
  const isOfConsole = (key: string) => key.startsWith('console.')
  expect([...used].filter((key) => !english.has(key) && !isOfConsole(key))).toEqual([])
})

it('has no key that nothing uses', () => {
  const unused = [...english.keys()].filter((key) => !isUsed(key))
  expect(unused).toEqual([])
})

it('has words for every code of the shared lists', () => {
  const wanted = [
    ...SERVICES.map((code) => `service.${code}`),
    ...VALUE_CLASSES.map((code) => `valueClass.${code}`),
    ...OUTCOMES.map((code) => `outcome.${code}`),
    ...DELIVERY_STATES.map((code) => `delivery.${code}`),
    ...DISPUTE_REASONS.map((code) => `dispute.${code}`),
    ...HISTORY_KINDS.map((code) => `history.${code}`),
    ...HISTORY_CAUSES.map((code) => `cause.${code}`),
    ...FEED_SORTS.map((code) => `sort.${code}`),
    ...MESSENGER_TYPES.map((code) => `contact.${code}`),
    ...[CRM_LEAD, CRM_DEAL].map((code) => `crm.type${code}`),
    ...PORTAL_FAILURES.flatMap((code) => [`failure.${code}.title`, `failure.${code}.text`]),
    ...Object.keys(ERROR_STATUS).flatMap((code) => [`error.${code}.title`, `error.${code}.text`])
  ]
  expect(wanted.filter((key) => !english.has(key))).toEqual([])
})

describe.each([...texts])('%s', (locale, messages) => {
  it('has exactly the keys of English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('uses exactly the placeholders of English', () => {
    const wrong = [...messages].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join()
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('has as many plural forms as its language wants', () => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.length
    const wrong = [...messages].filter(
      ([key, text]) => english.get(key)?.includes(' | ') && text.split(' | ').length !== wanted
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('leaves no text empty', () => {
    expect([...messages].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})
