import type { RequestState } from '../../../shared/codes.ts'
import type { ErrorDetails } from '../../errors.ts'

export interface Refusal {
  code: 'wrong_state' | 'validation_failed'
  details: ErrorDetails
}

interface Standing {
  id: string
  state: RequestState
  hasConsent: number
  wantedExpiresAt: string | null
  freeSlots: number
  maxPartners: number
  mergedInto: string | null
}

const wrongState = (detail: string): Refusal => ({ code: 'wrong_state', details: { detail } })

/** Why a request can't be released; null when it can. */
export function releaseRefusal(request: Standing, now: Date): Refusal | null {
  if (request.state !== 'held') return wrongState('only a held request can be released')
  if (request.hasConsent === 0) return wrongState('the client did not agree to be shown to partners')
  if (request.wantedExpiresAt !== null && Date.parse(request.wantedExpiresAt) <= now.getTime())
    return wrongState('the time that the client gave it is over')
  return null
}

export const dropRefusal = (request: Standing): Refusal | null =>
  request.state === 'held' ? null : wrongState('only a held request can be dropped; withdraw it instead')

const WITHDRAWABLE: RequestState[] = ['held', 'open', 'full', 'expired']

export const withdrawRefusal = (request: Standing): Refusal | null =>
  WITHDRAWABLE.includes(request.state) ? null : wrongState(`it is ${request.state}`)

export const eraseRefusal = (request: Standing): Refusal | null =>
  request.state === 'erased' ? wrongState('it is erased') : null

/** A duplicate that somebody has reserved stays: that partner works on it. */
export function mergeRefusal(duplicate: Standing, original: Standing | undefined): Refusal | null {
  const wrongTarget = (message: string): Refusal => ({
    code: 'validation_failed',
    details: { errors: [{ path: 'into', message }] }
  })
  if (!original) return wrongTarget('there is no such request')
  if (original.id === duplicate.id) return wrongTarget('a request is not its own duplicate')
  if (['dropped', 'erased'].includes(original.state)) return wrongTarget(`the original is ${original.state}`)
  if (!['held', 'open'].includes(duplicate.state)) return wrongState(`it is ${duplicate.state}`)
  return duplicate.freeSlots === duplicate.maxPartners ? null : wrongState('a partner has reserved it')
}
