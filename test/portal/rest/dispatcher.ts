import type { Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { systemErrors, RestError } from './errors.ts'
import { type Caller, type Method, Page } from './method.ts'
import { methods } from './methods/table.ts'
import { timeBlock, type TimeBlock } from './time-block.ts'

export interface Outcome {
  status: number
  body: Record<string, unknown>
  code: string
}

/** Runs one method for one caller: existence, scope, context, operating budget, then the method itself. */
export class Dispatcher {
  readonly #portal: EmulatedPortal

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
  }

  async run(caller: Caller, name: string, params: Params): Promise<Outcome> {
    const portal = this.#portal
    const start = portal.now()
    try {
      const method = this.#find(caller, name)
      const client = caller.kind === 'app' ? 'app' : caller.accessToken
      if (portal.limits && portal.operating.isSpent(client, name)) throw systemErrors.operationLimit()
      const result: unknown = await method.run({ portal, caller, method: name, params })
      const operating = portal.limits ? portal.operating.charge(client, name) : undefined
      return answer(result, timeBlock(start, portal.now(), portal.timeZone, operating))
    } catch (error) {
      return refuse(error)
    }
  }

  #find(caller: Caller, name: string): Method {
    const method = methods[name]
    if (!method || this.#portal.missingMethods.has(name)) throw systemErrors.methodNotFound()
    const scopes = method.scope === undefined ? [] : [method.scope].flat()
    if (scopes.length > 0 && !scopes.some((scope) => caller.scopes.includes(scope)))
      throw systemErrors.insufficientScope()
    if (method.appOnly && caller.kind !== 'app') throw systemErrors.wrongAuthType()
    return method
  }
}

function answer(result: unknown, time: TimeBlock): Outcome {
  if (!(result instanceof Page)) return { status: 200, code: 'ok', body: { result, time } }
  const next = result.next === undefined ? {} : { next: result.next }
  return { status: 200, code: 'ok', body: { result: result.result, ...next, total: result.total, time } }
}

export function refuse(error: unknown): Outcome {
  if (error instanceof RestError) return { status: error.status, code: String(error.code), body: error.body() }
  const unexpected = systemErrors.internal()
  const description = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', body: { ...unexpected.body(), emulator: description } }
}
