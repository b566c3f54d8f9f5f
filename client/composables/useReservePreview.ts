import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Settings } from '../../shared/contract/settings.ts'
import { getSettings } from '../api/settings.ts'

const settings = shallowRef<Settings | null>(null)
let asked = false

/** Who will get what in the CRM, by the portal's settings; read once, when the first preview is shown. */
export function useReservePreview() {
  const { t } = useI18n()
  if (!asked) {
    asked = true
    getSettings().then(
      ({ data }) => (settings.value = data),
      () => (asked = false)
    )
  }
  return {
    item: computed(() => t(`preview.item.${settings.value?.crm.target ?? 'auto'}`)),
    assignee: computed(() => t(`preview.assignee.${settings.value?.crm.assignee.mode ?? 'reserver'}`))
  }
}

export function forgetReservePreview(): void {
  asked = false
}
