import type { DisputeReason } from '../../shared/codes.ts'
import type { OwnReservation, Reservation } from '../../shared/contract/reservations.ts'
import { request } from './request.ts'

export interface ReservationsCall {
  outcome?: string
  q?: string
  entityTypeId?: number
  crmId?: number
  limit?: number
  cursor?: string
}

const path = (id: string, rest = ''): string => `/api/reservations/${encodeURIComponent(id)}${rest}`

export const listReservations = (
  query: ReservationsCall,
  signal?: AbortSignal
): Promise<{ items: OwnReservation[]; nextCursor: string | null }> =>
  request('/api/reservations', { query: { ...query }, signal })

export const getReservation = (id: string): Promise<OwnReservation> => request(path(id))

export const redeliver = (id: string): Promise<OwnReservation> => request(path(id, '/delivery'), { method: 'POST' })

export const confirmErasure = (id: string): Promise<OwnReservation> =>
  request(path(id, '/erasure-confirmation'), { method: 'POST' })

export const disputeReservation = (
  id: string,
  body: { reason: DisputeReason; comment: string }
): Promise<NonNullable<Reservation['dispute']>> => request(path(id, '/dispute'), { method: 'POST', body })
