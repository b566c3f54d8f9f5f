/** `US` covers `US-CA`; a location covers itself. */
export function covers(location: string, code: string): boolean {
  return location === code || (!location.includes('-') && code.startsWith(`${location}-`))
}

/** Whether two locations share ground, so that holding both would waste a place. */
export const overlap = (one: string, other: string): boolean => covers(one, other) || covers(other, one)

/** Extra locations that still have a meaning beside this home country. */
export const withoutOverlap = (homeCountry: string, extras: string[]): string[] =>
  extras.filter((extra) => !overlap(homeCountry, extra))

/** Whether a place lies in one of the locations; answers which. */
export function locationOf(
  locations: string[],
  place: { country: string; subdivision: string | null }
): string | undefined {
  return locations.find((location) => location === place.country || location === place.subdivision)
}
