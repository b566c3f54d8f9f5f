import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress, readBody, readParams } from '../http-listener.ts'
import type { Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import { readCommands, runBatch } from './batch.ts'
import { type Address, authorize, readAddress } from './caller.ts'
import { Dispatcher, type Outcome, refuse } from './dispatcher.ts'
import { systemErrors } from './errors.ts'
import type { FaultSpec } from './faults.ts'
import { hangUpLater, isAfterWrite, refusalOf, sendHtml, sendJson, wait } from './fault-answers.ts'

/** The portal's `/rest/`: HTTP in, method out, and all the trouble between. */
export class RestServer {
  readonly #portal: EmulatedPortal
  readonly #dispatcher: Dispatcher

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
    this.#dispatcher = new Dispatcher(portal)
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    allowOrigins(response)
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const [path = '', query = ''] = splitUrl(request.url ?? '/')
    const body = await readBody(request)
    const params = readParams(query, request.headers['content-type'] ?? '', body)
    const address = clientAddress(request)
    const target = readAddress(path.replace(/^\/rest/, ''))
    if (!target) return sendJson(response, refuse(systemErrors.methodNotFound()))
    const portal = this.#portal
    if (portal.limits && !portal.onPremise && !portal.rate.admit(address)) {
      const outcome = refuse(systemErrors.queryLimit())
      this.#log(target.method, params, null, address, outcome.code, outcome.status)
      return sendJson(response, outcome)
    }
    const header = request.headers.authorization ?? ''
    const run = (): Promise<Outcome> => this.#run(target, params, header, address)
    const inner = target.method === 'batch' ? readCommands(params) : []
    const fault = portal.faults.takeForRequest([{ method: target.method, params }, ...inner])
    if (fault) return this.#trouble(fault, run, request, response, { method: target.method, params, address })
    sendJson(response, await run())
  }

  async #run(target: Address, params: Params, header: string, address: string): Promise<Outcome> {
    let userId: number | null = null
    let outcome: Outcome
    try {
      const caller = authorize(this.#portal, target, params, header)
      userId = caller.user.id
      if (target.method === 'batch') outcome = await runBatch(this.#portal, this.#dispatcher, caller, params, address)
      else outcome = await this.#dispatcher.run(caller, target.method, params)
    } catch (error) {
      outcome = refuse(error)
    }
    this.#log(target.method, params, userId, address, outcome.code, outcome.status)
    return outcome
  }

  #log(method: string, params: Params, userId: number | null, address: string, outcome: string, status: number): void {
    this.#portal.requests.add({ method, params, userId, at: this.#portal.now(), address, outcome, status })
  }

  async #trouble(
    fault: FaultSpec,
    run: () => Promise<Outcome>,
    request: IncomingMessage,
    response: ServerResponse,
    seen: { method: string; params: Params; address: string }
  ): Promise<void> {
    const portal = this.#portal
    const delay = fault.delayMs ?? 0
    if (fault.kind === 'slow') {
      await wait(delay)
      return sendJson(response, await run())
    }
    if (fault.kind === 'missingBatchEntry') return sendJson(response, await run())
    if (fault.kind === 'lateApply') {
      portal.applyLater(async () => void (await run()), delay)
      request.socket.resetAndDestroy()
      return
    }
    if (isAfterWrite(fault.kind)) await run()
    else this.#log(seen.method, seen.params, null, seen.address, `fault:${fault.kind}`, 0)
    const refusal = refusalOf(fault.kind)
    if (refusal) return sendJson(response, refusal)
    switch (fault.kind) {
      case 'resetBefore':
      case 'resetAfter':
        request.socket.resetAndDestroy()
        return
      case 'timeoutBeforeWrite':
      case 'timeoutAfterWrite':
        return hangUpLater(request, delay || 65_000)
      case 'redirect302':
        response.writeHead(302, { location: fault.location ?? `${portal.origin}/` }).end()
        return
      case 'html200':
        return sendHtml(response, 200, 'Authorization')
      case 'plain503':
        return sendHtml(response, 503, '503 Service Temporarily Unavailable')
      default:
        return sendHtml(response, 500, '500 Internal Server Error')
    }
  }
}

function allowOrigins(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-headers', 'origin, content-type, accept, authorization, x-requested-with')
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
}

function splitUrl(url: string): [string, string] {
  const cut = url.indexOf('?')
  return cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)]
}
