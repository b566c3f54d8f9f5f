import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { Settings } from '../../shared/contract/settings.ts'
import { ApiError, asApiError } from '../api/request.ts'
import { getSettings, putSettings } from '../api/settings.ts'
import { rebase } from './rebase.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { useSession } from './useSession.ts'
import { onStream } from './useStream.ts'

const copy = (settings: Settings): Settings => JSON.parse(JSON.stringify(settings)) as Settings

/** Changes that were left unsaved on the page, with what they were made from. */
let unsaved: { base: Settings; draft: Settings } | null = null

/** The settings as saved, a draft of them, and the version that the draft was made from. */
export function useSettings() {
  const saved = shallowRef<Settings | null>(null)
  const draft = ref<Settings | null>(null)
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
    saveError.value = null
  }

  async function load(mine = unsaved): Promise<void> {
    if (!saved.value) state.value = 'loading'
    try {
      keep(await getSettings())
      if (mine && saved.value) draft.value = copy(rebase(mine.base, mine.draft, saved.value))
      unsaved = null
      state.value = 'ready'
      error.value = null
    } catch (cause) {
      if (saved.value) saveError.value = asApiError(cause)
      else [error.value, state.value] = [asApiError(cause), 'error']
    }
  }

  /** What somebody else saved is taken over at once, unless there are changes here that have to be decided about. */
  async function follow(): Promise<void> {
    const answer = saved.value && !isSaving.value && (await getSettings().catch(() => null))
    if (!answer || isSaving.value || answer.etag === etag) return
    if (isChanged.value) saveError.value = new ApiError('precondition_failed', 412)
    else keep(answer)
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

  const changes = () => (saved.value && draft.value ? { base: saved.value, draft: draft.value } : null)

  function undo(): void {
    if (saved.value) draft.value = copy(saved.value)
    saveError.value = null
  }

  repeatWhenBack(error, () => load())
  repeatWhenBack(saveError, save)
  onStream(['rating.changed', 'poll'], () => void follow())
  onScopeDispose(() => {
    if (saved.value) unsaved = isChanged.value ? changes() : null
  }, true)

  return {
    ...{ draft, state, error, isSaving, isChanged, isConflict, saveError, savedAt },
    ...{ save, undo },
    load: () => load(),
    /** The newest version, with the changes made here on top of it or without them. */
    keepMine: () => load(changes()),
    dropMine: () => load(null)
  }
}
