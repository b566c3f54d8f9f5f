import type { RequestFacts } from '../../requests/present.ts'
import { countryName, serviceNames } from '../../requests/service-names.ts'

/** What a request has as codes, in words of a portal's language. */
export interface RequestWords {
  services: string
  place: string
  languages: string
  budget: string | undefined
}

export function requestWords({ services, location, languages, budget }: RequestFacts, lang: string): RequestWords {
  const { city, subdivisionName, country } = location
  return {
    services: serviceNames(services, lang),
    place: [...new Set([city, subdivisionName, countryName(country, lang)])].filter(Boolean).join(', '),
    languages: languages.map((tag) => new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag).join(', '),
    budget: budget && `${budget.amount.toLocaleString(lang)} ${budget.currency}`
  }
}
