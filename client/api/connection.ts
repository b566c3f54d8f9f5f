import type { Connection, PortalCall } from '../../shared/contract/connection.ts'
import { request } from './request.ts'

export interface CallsQuery {
  q?: string
  outcome?: 'ok' | 'failed'
  cursor?: string
}

export const getConnection = (): Promise<Connection> => request('/api/connection')

/** What is missing in the portal is put back, and what waits for it goes on. */
export const checkConnection = (): Promise<Connection> => request('/api/connection/check', { method: 'POST' })

export const listPortalCalls = (
  query: CallsQuery,
  signal?: AbortSignal
): Promise<{ items: PortalCall[]; nextCursor: string | null }> =>
  request('/api/connection/calls', { query: { ...query, limit: 20 }, signal })
