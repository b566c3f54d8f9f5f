import { computed, ref, shallowRef } from 'vue'
import type { Installation } from '../../shared/contract/installation.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { finishInstallation, getInstallation, linkPortal } from '../api/installation.ts'
import { finishInFrame } from './useFrame.ts'

const POLL_MS = 700

/** The wizard: link, set up while the steps are watched, then hand over to the portal. */
export function useInstallation() {
  const installation = shallowRef<Installation | null>(null)
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const isLinking = ref(false)
  const linkError = shallowRef<ApiError | null>(null)
  const isInstalling = ref(false)
  const installError = shallowRef<ApiError | null>(null)
  const isFinished = ref(false)
  const isOpening = ref(false)

  const failedSteps = computed(() => installation.value?.steps.filter((step) => step.state === 'failed') ?? [])

  async function load(): Promise<void> {
    state.value = 'loading'
    try {
      installation.value = await getInstallation()
      state.value = 'ready'
      error.value = null
    } catch (cause) {
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function link(activationCode: string): Promise<boolean> {
    isLinking.value = true
    linkError.value = null
    try {
      installation.value = await linkPortal(activationCode)
      return true
    } catch (cause) {
      linkError.value = asApiError(cause)
      return false
    } finally {
      isLinking.value = false
    }
  }

  async function install(): Promise<void> {
    if (isInstalling.value) return
    isInstalling.value = true
    installError.value = null
    const look = (seen: Installation) => {
      if (isInstalling.value) installation.value = seen
    }
    const watch = setInterval(() => void getInstallation().then(look, () => undefined), POLL_MS)
    try {
      installation.value = await finishInstallation()
      isFinished.value = failedSteps.value.length === 0
    } catch (cause) {
      installError.value = asApiError(cause)
      installation.value = await getInstallation().catch(() => installation.value)
    } finally {
      clearInterval(watch)
      isInstalling.value = false
    }
  }

  /** The very last step: the portal reloads the frame, now with the app's main page. */
  async function openApp(): Promise<void> {
    isOpening.value = true
    try {
      await finishInFrame()
    } finally {
      isOpening.value = false
    }
  }

  return {
    installation,
    state,
    error,
    isLinking,
    linkError,
    isInstalling,
    installError,
    isFinished,
    isOpening,
    failedSteps,
    load,
    link,
    install,
    openApp
  }
}
