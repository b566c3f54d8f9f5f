import { shallowRef } from 'vue'
import type { SettingsChoices } from '../../shared/contract/settings.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getSettingsChoices } from '../api/settings.ts'
import { repeatWhenBack } from './useRepeat.ts'

/** Pipelines, stages and people, as the portal has them now. */
export function useSettingsChoices() {
  const choices = shallowRef<SettingsChoices | null>(null)
  const choicesError = shallowRef<ApiError | null>(null)

  async function loadChoices(): Promise<void> {
    choicesError.value = null
    try {
      choices.value = await getSettingsChoices()
    } catch (cause) {
      choicesError.value = asApiError(cause)
    }
  }
  repeatWhenBack(choicesError, loadChoices)

  return { choices, choicesError, loadChoices }
}
