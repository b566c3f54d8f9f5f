import type { Service } from '../../shared/codes.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../shared/contract/settings.ts'

/** A portal's settings as stored, what is missing by default. The locations are the partner's and not in it. */
export function settingsOf(document: string | null | undefined): Settings {
  return { ...DEFAULT_SETTINGS, ...(JSON.parse(document ?? '{}') as Partial<Settings>) }
}

export const pauseOf = ({ pausedUntil }: Settings, now: Date): string | null =>
  pausedUntil !== null && Date.parse(pausedUntil) > now.getTime() ? pausedUntil : null

/** Whether a portal's own filters let a request through. A request without a language suits every language. */
export function passesFilters(
  { filters }: Settings,
  request: { services: readonly Service[]; languages: readonly string[] }
): boolean {
  const { services, languages } = filters
  const speaks = (wanted: string) =>
    request.languages.some((language) => language === wanted || language.startsWith(`${wanted}-`))
  return (
    (services.length === 0 || services.some((service) => request.services.includes(service))) &&
    (languages.length === 0 || request.languages.length === 0 || languages.some(speaks))
  )
}
