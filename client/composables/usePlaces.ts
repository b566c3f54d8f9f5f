import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { intlTool } from './intlTools.ts'
import { known, loadPlaces, nameOfSubdivision } from './subdivisions.ts'
import { useFormat } from './useFormat.ts'

interface Choice {
  value: string
  label: string
}

/** Every country and subdivision to choose from. */
export function usePlaces() {
  const { locale } = useI18n()
  const { country, place } = useFormat()
  const byName = computed(() => intlTool(Intl.Collator, locale.value, {}))
  const sorted = (choices: Choice[]) => [...choices].sort((a, b) => byName.value.compare(a.label, b.label))

  return {
    loadPlaces,
    countries: computed(() =>
      sorted((known.value?.countries ?? []).map((code) => ({ value: code, label: country(code) })))
    ),
    subdivisionsOf: (code: string) =>
      sorted(
        (known.value?.subdivisions ?? [])
          .filter((one) => one.code.startsWith(`${code}-`))
          .map((one) => ({ value: one.code, label: one.name }))
      ),
    placeName: place,
    nameOfSubdivision
  }
}
