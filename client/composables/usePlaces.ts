import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormat } from './useFormat.ts'

interface Choice {
  value: string
  label: string
}

interface Places {
  countries: string[]
  subdivisions: Map<string, Choice[]>
  names: Map<string, string>
}

const places = shallowRef<Places | null>(null)

async function loadPlaces(): Promise<void> {
  if (places.value) return
  const { iso31661, iso31662 } = await import('iso-3166')
  const subdivisions = new Map<string, Choice[]>()
  for (const { code, name } of iso31662) {
    const country = code.slice(0, 2)
    subdivisions.set(country, [...(subdivisions.get(country) ?? []), { value: code, label: name }])
  }
  places.value = {
    countries: iso31661.map(({ alpha2 }) => alpha2),
    subdivisions,
    names: new Map(iso31662.map(({ code, name }) => [code, name]))
  }
}

/** Every country and subdivision to choose from; the list comes in a chunk of its own. */
export function usePlaces() {
  const { locale } = useI18n()
  const { country } = useFormat()
  const byName = computed(() => new Intl.Collator(locale.value))
  const sorted = (choices: Choice[]) => [...choices].sort((a, b) => byName.value.compare(a.label, b.label))

  return {
    loadPlaces,
    countries: computed(() =>
      sorted((places.value?.countries ?? []).map((code) => ({ value: code, label: country(code) })))
    ),
    subdivisionsOf: (code: string) => sorted(places.value?.subdivisions.get(code) ?? []),
    placeName: (code: string) => {
      if (code.length === 2) return country(code)
      return `${country(code)}: ${places.value?.names.get(code) ?? code.slice(3)}`
    }
  }
}
