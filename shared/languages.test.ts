import { expect, it } from 'vitest'
import { nearestLanguage } from './languages.ts'

const OFFERED = ['en', 'de', 'es', 'pt-BR', 'zh-CN', 'zh-TW']

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['PT-br', 'pt-BR'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['es-MX', 'es'],
  ['zh', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant', 'zh-TW'],
  ['zh-Hant-MO', 'zh-TW'],
  ['uk', 'en'],
  ['', 'en']
])('offers for %s the language %s', (wanted, offered) => {
  expect(nearestLanguage(wanted, OFFERED)).toBe(offered)
})
