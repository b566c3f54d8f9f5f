import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Settings, SettingsChoices } from '../../shared/contract/settings.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { getSettings, getSettingsChoices, putSettings } from '../api/settings.ts'
import { useSession } from './useSession.ts'

const copy = (settings: Settings): Settings => JSON.parse(JSON.stringify(settings)) as Settings

/** Changes that were left unsaved on the page, with the version that they were made from. */
let unsaved: { draft: Settings; etag: string } | null = null

/** The settings as saved, a draft of them, and the version that the draft was made from. */
export function useSettings() {
  const saved = shallowRef<Settings | null>(null)
  const draft = ref<Settings | null>(null)
  const choices = shallowRef<SettingsChoices | null>(null)
  const choicesError = shallowRef<ApiError | null>(null)
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const isSaving = ref(false)
  const saveError = shallowRef<ApiError | null>(null)
  const savedAt = ref<number | null>(null)
  let etag = ''

  const isChanged = computed(() => JSON.stringify(saved.value) !== JSON.stringify(draft.value))
  const isConflict = computed(() => saveError.value?.code === 'precondition_failed')

  function keep(answer: { data: Settings; etag: string | null }): void {
    saved.value = answer.data
    draft.value = copy(answer.data)
    etag = answer.etag ?? etag
  }

  async function load(): Promise<void> {
    if (!saved.value) state.value = 'loading'
    saveError.value = null
    try {
      keep(await getSettings())
      if (unsaved?.etag === etag) draft.value = unsaved.draft
      unsaved = null
      state.value = 'ready'
    } catch (cause) {
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function loadChoices(): Promise<void> {
    choicesError.value = null
    try {
      choices.value = await getSettingsChoices()
    } catch (cause) {
      choicesError.value = asApiError(cause)
    }
  }

  async function save(): Promise<void> {
    if (!draft.value || isSaving.value) return
    isSaving.value = true
    saveError.value = null
    try {
      keep(await putSettings(draft.value, etag))
      savedAt.value = Date.now()
      void useSession().refreshMe()
    } catch (cause) {
      saveError.value = asApiError(cause)
    } finally {
      isSaving.value = false
    }
  }

  function undo(): void {
    if (saved.value) draft.value = copy(saved.value)
    saveError.value = null
  }

  onScopeDispose(() => {
    if (saved.value) unsaved = isChanged.value && draft.value ? { draft: draft.value, etag } : null
  }, true)

  return {
    draft,
    choices,
    choicesError,
    state,
    error,
    isSaving,
    isChanged,
    isConflict,
    saveError,
    savedAt,
    load,
    loadChoices,
    save,
    undo
  }
}
