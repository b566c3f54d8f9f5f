import type { Session } from '../boot.ts'
import type { Me } from '../../shared/contract/session.ts'
import { request } from './request.ts'

export interface Opening {
  memberId: string
  domain: string
  accessToken: string
  serverEndpoint: string | null
  lang: string
}

export const openSession = (opening: Opening): Promise<Session> =>
  request('/api/session', { method: 'POST', body: opening, anonymous: true })

export const markTour = (): Promise<{ tourSeen: true }> => request('/api/me/tour', { method: 'POST' })

export const getMe = (): Promise<Me> => request('/api/me')
