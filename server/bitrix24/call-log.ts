import type { Db } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { insertCall } from './repository.ts'

interface NotedCall {
  memberId: string
  method: string
  startedAt: Date
  status: number | null
  outcome: string
  detail: string | null
  failure: string | null
  params: Record<string, unknown>
}

/** Marketplace rule: requests and their outcomes are kept for three days. Values are cut, only their names stay. */
export function recordCall(db: Db, log: Log, call: NotedCall): void {
  const { memberId, method, startedAt, status, outcome, detail, failure } = call
  void insertCall(db, {
    id: newId(),
    memberId,
    method,
    at: startedAt.toISOString(),
    durationMs: Math.max(0, Date.now() - startedAt.getTime()),
    status,
    outcome,
    failure,
    detail: [detail, shapeOf(call.params)].filter(Boolean).join(' · ').slice(0, 1000)
  }).catch((error: unknown) => log.warn({ err: error }, 'a portal call could not be logged'))
}

const SAFE = new Set(['entityTypeId', 'id', 'event', 'PLACEMENT', 'halt', 'ENTITY_ID', 'start'])

function shapeOf(params: Record<string, unknown>): string {
  return Object.entries(params)
    .map(([name, value]) => {
      if (SAFE.has(name)) return `${name}=${String(value)}`
      if (name === 'cmd')
        return `cmd(${Object.values(value as Record<string, string>)
          .map((command) => command.split('?')[0])
          .join(', ')})`
      return typeof value === 'object' && value !== null ? `${name}{${Object.keys(value).join(', ')}}` : name
    })
    .join(' ')
}
