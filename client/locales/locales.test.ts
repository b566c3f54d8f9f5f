import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD, DELIVERY_STATES, DISPUTE_REASONS, FEED_SORTS, OUTCOMES } from '../../shared/codes.ts'
import { MESSENGER_TYPES, SERVICES, VALUE_CLASSES } from '../../shared/codes.ts'
import { ERROR_STATUS } from '../../shared/error-codes.ts'

type Tree = { [key: string]: string | Tree }

const locales = import.meta.glob<string>('./*.json', { query: '?raw', import: 'default', eager: true })
const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{vue,ts}', '!../**/*.test.ts', '!../components.d.ts'], {
    query: '?raw',
    import: 'default',
    eager: true
  })
)

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)]
    )
  )
}

const texts = new Map(Object.entries(locales).map(([path, raw]) => [path.slice(2, -5), flat(JSON.parse(raw) as Tree)]))
const english = texts.get('en') ?? new Map<string, string>()

const all = sources.map(([, text]) => text).join('\n')
const literal = [...all.matchAll(/\bte?\(\s*'([\w.]+)'/g), ...all.matchAll(/\bt\(\s*\w+ \? '([\w.]+)'/g)].map(
  (m) => m[1]
)
const ternary = [...all.matchAll(/\bt\([^()]*\? '([\w.]+)' : '([\w.]+)'/g)].flatMap((m) => [m[1], m[2]])
const used = new Set([...literal, ...ternary])
const patterns = [...all.matchAll(/`([\w]+(?:\.[\w]*|\.?\$\{[^`]+?\})+)`/g)].map(
  (match) => new RegExp(`^${match[1]?.replaceAll(/\$\{[^}]+\}/g, '[\\w]+').replaceAll('.', '\\.')}$`)
)

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()

it('finds every key that the sources name', () => {
  expect([...used].filter((key) => key && !english.has(key))).toEqual([])
})

it('has no key that nothing uses', () => {
  const unused = [...english.keys()].filter((key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)))
  expect(unused).toEqual([])
})

it('has words for every code of the shared lists', () => {
  const wanted = [
    ...SERVICES.map((code) => `service.${code}`),
    ...VALUE_CLASSES.map((code) => `valueClass.${code}`),
    ...OUTCOMES.map((code) => `outcome.${code}`),
    ...DELIVERY_STATES.map((code) => `delivery.${code}`),
    ...DISPUTE_REASONS.map((code) => `dispute.${code}`),
    ...FEED_SORTS.map((code) => `sort.${code}`),
    ...MESSENGER_TYPES.map((code) => `contact.${code}`),
    ...[CRM_LEAD, CRM_DEAL].map((code) => `crm.type${code}`),
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
