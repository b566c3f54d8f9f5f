import { expect, it } from 'vitest'
import { i18n, loadAllWords, useLanguage } from './i18n.ts'
import { LATER_GROUPS } from './word-groups.ts'

const sources = import.meta.glob<string>('./**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true })

/** What the first load consists of: everything imported outright, from the entry on. */
function firstSources(path = './main.ts', seen = new Map<string, string>()): Map<string, string> {
  const text = sources[path]
  if (text === undefined || seen.has(path)) return seen
  seen.set(path, text)
  for (const [, name = ''] of text.matchAll(/^(?:import|export) [^'"]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm)) {
    const { pathname } = new URL(name, `file:///${path.slice(2)}`)
    firstSources(`.${pathname}`, seen)
  }
  return seen
}

it('has every word of the first load in the first load', () => {
  const first = firstSources()
  expect(first.size).toBeGreaterThan(40)
  const named = [...first].flatMap(([path, text]) =>
    [...text.matchAll(/\bte?\(\s*['`](\w+)\./g)].map(([, group = '']) => ({ path, group }))
  )
  expect(named.filter(({ group }) => LATER_GROUPS.includes(group))).toEqual([])
})

it('brings the words of the other pages when they are asked for', async () => {
  await useLanguage('fr')
  expect(i18n.global.te('request.title')).toBe(true)
  expect(i18n.global.te('rating.title')).toBe(false)
  await loadAllWords()
  expect(i18n.global.te('rating.title')).toBe(true)
  expect(i18n.global.te('request.title')).toBe(true)
})
