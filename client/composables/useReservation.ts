import { ref, shallowRef } from 'vue'
import type { DisputeReason } from '../../shared/codes.ts'
import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { confirmErasure, disputeReservation, getReservation, redeliver } from '../api/reservations.ts'
import { repeatWhenBack } from './useRepeat.ts'
import { onStream } from './useStream.ts'

/** One reservation and what one may do with it. */
export function useReservation(onChanged: (reservation: OwnReservation) => void = () => undefined) {
  const reservation = shallowRef<OwnReservation | null>(null)
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const error = shallowRef<ApiError | null>(null)
  const isSending = ref(false)
  const isDisputing = ref(false)
  const actionError = shallowRef<ApiError | null>(null)
  const disputeError = shallowRef<ApiError | null>(null)
  let wanted: string | null = null
  let repeat: () => unknown = () => undefined
  let repeatDispute: () => unknown = () => undefined

  function show(found: OwnReservation): void {
    reservation.value = found
    state.value = 'ready'
    error.value = null
    onChanged(found)
  }

  async function load(id: string): Promise<void> {
    if (reservation.value?.id !== id) state.value = 'loading'
    wanted = id
    actionError.value = disputeError.value = null
    try {
      show(await getReservation(id))
    } catch (cause) {
      error.value = asApiError(cause)
      state.value = 'error'
    }
  }

  async function act(ask: (id: string) => Promise<OwnReservation>): Promise<void> {
    if (!reservation.value || isSending.value) return
    repeat = () => act(ask)
    isSending.value = true
    actionError.value = null
    try {
      show(await ask(reservation.value.id))
    } catch (cause) {
      actionError.value = asApiError(cause)
    } finally {
      isSending.value = false
    }
  }

  async function dispute(reason: DisputeReason, comment: string): Promise<boolean> {
    if (!reservation.value || isDisputing.value) return false
    repeatDispute = () => dispute(reason, comment)
    isDisputing.value = true
    disputeError.value = null
    try {
      const opened = await disputeReservation(reservation.value.id, { reason, comment })
      show({ ...reservation.value, dispute: opened })
      return true
    } catch (cause) {
      disputeError.value = asApiError(cause)
      return false
    } finally {
      isDisputing.value = false
    }
  }

  repeatWhenBack(error, () => wanted && load(wanted))
  repeatWhenBack(actionError, () => repeat())
  repeatWhenBack(disputeError, () => repeatDispute())
  onStream(['reservation.changed', 'poll'], (id) => {
    const shown = reservation.value?.id
    if (shown && (id === null || id === shown)) void getReservation(shown).then(show, () => undefined)
  })

  return {
    reservation,
    state,
    error,
    isSending,
    isDisputing,
    actionError,
    disputeError,
    load,
    show,
    sendAgain: () => act(redeliver),
    confirmErasure: () => act(confirmErasure),
    dispute
  }
}
