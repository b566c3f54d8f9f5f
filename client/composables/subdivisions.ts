import { shallowRef } from 'vue'

export interface Subdivision {
  code: string
  name: string
}

interface Known {
  countries: string[]
  subdivisions: readonly Subdivision[]
  names: Map<string, string>
}

/** CLDR's names of subdivisions are not in `Intl`: ISO's own come in a chunk that only who needs them loads. */
export const known = shallowRef<Known | null>(null)
let loading: Promise<void> | null = null

export function loadPlaces(): Promise<void> {
  loading ??= load().catch(() => {
    loading = null
  })
  return loading
}

async function load(): Promise<void> {
  const { iso31661, iso31662 } = await import('iso-3166')
  known.value = {
    countries: iso31661.map(({ alpha2 }) => alpha2),
    subdivisions: iso31662,
    names: new Map(iso31662.map(({ code, name }) => [code, name]))
  }
}

/** A part that names places waits for the names, so that nothing grows and moves when they come. */
export const withPlaces =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  async () =>
    (await Promise.all([load(), loadPlaces()]))[0]

/** `US-CA` → “California”; the code's own part until the names are there. */
export function nameOfSubdivision(code: string): string {
  if (!known.value) void loadPlaces()
  return known.value?.names.get(code) ?? code.slice(3)
}
