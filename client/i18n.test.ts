import { expect, it } from 'vitest'
import { i18n, pickLocale, pluralForm, useLanguage } from './i18n.ts'

it('picks the nearest language there is, else English', () => {
  const there = ['en', 'de', 'pt-BR', 'zh-CN', 'zh-TW']
  expect(pickLocale('de-AT', there)).toBe('de')
  expect(pickLocale('PT-br', there)).toBe('pt-BR')
  expect(pickLocale('pt', there)).toBe('pt-BR')
  expect(pickLocale('zh-TW', there)).toBe('zh-TW')
  expect(pickLocale('sw', there)).toBe('en')
})

it('chooses plural forms as CLDR does', () => {
  expect([1, 2].map((count) => pluralForm('en', count, 2))).toEqual([0, 1])
  expect([1, 3, 5].map((count) => pluralForm('pl', count, 4))).toEqual([0, 1, 2])
  expect(pluralForm('ja', 1, 1)).toBe(0)
})

it('speaks without a compiler in the browser', async () => {
  await useLanguage('de-CH')
  const { t } = i18n.global
  expect(document.documentElement.lang).toBe('de')
  expect(t('request.newOnes', 1)).toBe('1 neue Anfrage')
  expect(t('request.newOnes', 3)).toBe('3 neue Anfragen')
  expect(t('gate.until', { time: 'morgen', relative: 'bald' })).toBe('Bis morgen (bald).')
})
