import { asMap, asText, isMap, param, parsePhp, phpMap, type Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import type { Dispatcher, Outcome } from './dispatcher.ts'
import { refuse } from './dispatcher.ts'
import { systemErrors } from './errors.ts'
import type { Caller } from './method.ts'
import { timeBlock } from './time-block.ts'

export const MAX_BATCH = 50

export interface Command {
  key: string
  method: string
  params: Params
}

export function readCommands(params: Params): Command[] {
  return Object.entries(asMap(param(params, 'cmd'))).map(([key, value]) => {
    const text = asText(value)
    const cut = text.indexOf('?')
    const name = cut < 0 ? text : text.slice(0, cut)
    return { key, method: name.replace(/^\//, ''), params: cut < 0 ? {} : parsePhp(text.slice(cut + 1)) }
  })
}

interface Collected {
  result: Params
  result_error: Params
  result_total: Params
  result_next: Params
  result_time: Params
}

/** Always HTTP 200; each of the five maps is `[]` while it is empty (docs: `how-to-call-rest-api/batch.md`). */
export async function runBatch(
  portal: EmulatedPortal,
  dispatcher: Dispatcher,
  caller: Caller,
  params: Params,
  address: string
): Promise<Outcome> {
  const start = portal.now()
  const halt = ['1', 'true', 'Y'].includes(asText(param(params, 'halt')))
  const all: Collected = { result: {}, result_error: {}, result_total: {}, result_next: {}, result_time: {} }
  for (const [index, command] of readCommands(params).entries()) {
    const resolved = { ...command, params: resolveReferences(command.params, all.result) as Params }
    const fault = portal.faults.takeForCommand(resolved)
    const outcome = await runCommand(dispatcher, caller, resolved, index, fault?.kind)
    const logged = { method: command.method, params: resolved.params, userId: caller.user.id, at: start, address }
    portal.requests.add({ ...logged, batchKey: command.key, outcome: outcome.code, status: outcome.status })
    if (fault?.kind === 'missingBatchEntry') continue
    collect(all, command.key, outcome)
    if (halt && 'error' in outcome.body) break
  }
  const maps = Object.entries(all).map(([name, map]) => [name, phpMap(map as Params)])
  const time = timeBlock(start, portal.now(), portal.timeZone)
  return { status: 200, code: 'ok', body: { result: Object.fromEntries(maps) as Params, time } }
}

async function runCommand(
  dispatcher: Dispatcher,
  caller: Caller,
  command: Command,
  index: number,
  fault: string | undefined
): Promise<Outcome> {
  if (index >= MAX_BATCH) return refuse(systemErrors.batchTooLong())
  if (command.method === 'batch') return refuse(systemErrors.nestedBatch())
  if (fault === 'operation429') return refuse(systemErrors.operationLimit())
  if (fault === 'accessDenied') return refuse(systemErrors.accessDenied())
  if (fault === 'internal500') return refuse(systemErrors.internal())
  return dispatcher.run(caller, command.method, command.params)
}

function collect(all: Collected, key: string, outcome: Outcome): void {
  const { body } = outcome
  if ('error' in body) {
    all.result_error[key] = { error: body.error, error_description: body.error_description }
    return
  }
  all.result[key] = body.result
  if ('total' in body) all.result_total[key] = body.total
  if ('next' in body) all.result_next[key] = body.next
  all.result_time[key] = body.time
}

/** `$result[first][0][ID]` takes a value from an earlier command. */
function resolveReferences(value: unknown, results: Params): unknown {
  if (typeof value === 'string') return resolveText(value, results)
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, results))
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveReferences(item, results)]))
  return value
}

function resolveText(text: string, results: Params): unknown {
  const whole = /^\$result((?:\[[^\]]*\])+)$/.exec(text)
  if (whole) return lookUp(whole[1] ?? '', results)
  return text.replaceAll(/\$result((?:\[[^\]]*\])+)/g, (_, path: string) => asText(lookUp(path, results)))
}

function lookUp(path: string, results: Params): unknown {
  const keys = [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return keys.reduce<unknown>((value, key) => asMap(value)[key], results) ?? ''
}
