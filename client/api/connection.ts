import type { Connection, PortalCall } from '../../shared/contract/connection.ts'
import { request } from './request.ts'

export interface CallsQuery {
  q?: string
  outcome?: 'ok' | 'failed'
  cursor?: string
}

export const getConnection = (): Promise<Connection> => request('/api/connection')

export const listPortalCalls = (
  query: CallsQuery,
  signal?: AbortSignal
): Promise<{ items: PortalCall[]; nextCursor: string | null }> =>
  request('/api/connection/calls', { query: { ...query, limit: 20 }, signal })
