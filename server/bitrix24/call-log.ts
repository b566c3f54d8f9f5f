import type { Db } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { findBudget, insertCall, saveBudget } from './repository.ts'

/** Seconds of server time that one method may use in ten minutes (platform.md §3.7), with a margin. */
const OPERATING_LIMIT_S = 460

interface NotedCall {
  memberId: string
  method: string
  startedAt: Date
  status: number | null
  outcome: string
  detail: string | null
  params: Record<string, unknown>
}

/** Marketplace rule: requests and their outcomes are kept for three days. Values are cut, only their names stay. */
export function recordCall(db: Db, log: Log, call: NotedCall): void {
  const { memberId, method, startedAt, status, outcome, detail } = call
  void insertCall(db, {
    id: newId(),
    memberId,
    method,
    at: startedAt.toISOString(),
    durationMs: Math.max(0, Date.now() - startedAt.getTime()),
    status,
    outcome,
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

/** Remembers until when a method must rest; error answers carry no timing, so the last success tells. */
export function noteOperating(db: Db, log: Log, memberId: string, method: string, time: Record<string, unknown>): void {
  const resetAt = Number(time.operating_reset_at)
  if (!(Number(time.operating) >= OPERATING_LIMIT_S) || !(resetAt > 0)) return
  void saveBudget(db, { memberId, method, blockedUntil: new Date(resetAt * 1000).toISOString() }).catch(
    (error: unknown) => log.warn({ err: error }, 'an operating limit could not be noted')
  )
}

export async function blockedUntil(db: Db, memberId: string, method: string, now: Date): Promise<string | undefined> {
  const budget = await findBudget(db, memberId, method)
  return budget && Date.parse(budget.blockedUntil) > now.getTime() ? budget.blockedUntil : undefined
}
