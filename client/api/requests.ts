import type { FeedPage } from '../../shared/contract/requests.ts'
import type { Contact } from '../../shared/contract/values.ts'
import type { Reservation } from '../../shared/contract/reservations.ts'
import { request } from './request.ts'

export interface FeedCall {
  services?: string
  locations?: string
  languages?: string
  valueClass?: string
  unlocked?: 'true'
  freeSlotsMin?: number
  since?: string
  q?: string
  ids?: string
  sort?: string
  limit?: number
  cursor?: string
}

export const listRequests = (query: FeedCall, signal?: AbortSignal): Promise<FeedPage> =>
  request('/api/requests', { query: { ...query }, signal })

export const reserveRequest = (
  id: string,
  acceptContactRules?: string
): Promise<{ reservation: Reservation; contact: Contact | null }> =>
  request(`/api/requests/${encodeURIComponent(id)}/reservation`, {
    method: 'POST',
    body: acceptContactRules ? { acceptContactRules } : {}
  })
