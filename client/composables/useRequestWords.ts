import { useI18n } from 'vue-i18n'
import type { UnlockedRequest } from '../../shared/contract/requests.ts'
import { useFormat } from './useFormat.ts'

type Described = Omit<UnlockedRequest, 'unlocked' | 'mine' | 'why' | 'summary' | 'description'>

export interface Fact {
  key: string
  label: string
  value: string
}

/** A request's fields in words, in the order in which one decides. */
export function useRequestWords() {
  const { t, te } = useI18n()
  const { country, language, list, money, number, place: placeName } = useFormat()

  const place = ({ location }: Pick<Described, 'location'>): string =>
    [...new Set([location.city, location.subdivisionName ?? location.subdivision, country(location.country)])]
      .filter(Boolean)
      .join(', ')

  function facts(request: Described): Fact[] {
    const { client } = request
    const rows: [string, string | undefined][] = [
      ['place', place(request)],
      ['users', request.users === undefined ? undefined : number(request.users)],
      ['companySize', client.companySize],
      ['budget', request.budget && money(request.budget)],
      ['timeframe', request.timeframe],
      ['languages', request.languages.length ? list(request.languages.map(language)) : undefined],
      ['role', client.role],
      ['industry', client.industry],
      ['edition', request.edition],
      ['source', request.source]
    ]
    return rows.flatMap(([key, value]) => (value ? [{ key, label: t(`fact.${key}`), value }] : []))
  }

  /** `location:DE` → “Germany”; what a newer server adds and this page doesn't know is left out. */
  function reasons({ why = [], location }: { why?: string[] } & Pick<Described, 'location'>): string[] {
    const { subdivision, subdivisionName } = location
    const named = (code: string) =>
      code === subdivision && subdivisionName ? `${subdivisionName} (${country(code)})` : placeName(code)
    return why.flatMap((reason) => {
      const [kind = '', code = ''] = reason.split(':')
      if (kind === 'location') return [t('why.location', { place: named(code) })]
      if (kind === 'service' && te(`service.${code}`)) return [t('why.service', { service: t(`service.${code}`) })]
      return kind === 'language' ? [t('why.language', { language: language(code) })] : []
    })
  }

  return { place, facts, reasons }
}
