import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AppContext } from '../context.ts'
import { problemOf } from '../http/error-handler.ts'
import type { Metrics } from '../http/health.ts'
import { isJson } from '../http/raw-body.ts'
import { noteCall } from '../http/request-log.ts'
import { headersOfAll } from '../http/security-headers.ts'

/** A staff webhook without its HTTP: answers the body of its 202, or throws. */
export interface Door {
  path: string
  /** Bytes. */
  limit: number
  take: (headers: IncomingHttpHeaders, body: Buffer) => Promise<unknown>
}

const doors = new WeakMap<AppContext, Map<string, Door>>()

export function openDoor(ctx: AppContext, door: Door): void {
  const known = doors.get(ctx) ?? new Map<string, Door>()
  doors.set(ctx, known.set(door.path, door))
}

/**
 * Takes plain staff webhooks before Express, which costs more than all of the work on one. What is unusual about its
 * method, type, length or encoding goes on to `app`, where the same routes are bound: the answers are the same.
 */
export function frontDoor(ctx: AppContext, app: RequestListener, metrics: Metrics): RequestListener {
  const common = headersOfAll(ctx.config)
  return (request, response) => {
    const door = doors.get(ctx)?.get(request.url ?? '')
    if (!door || !isPlain(request, door.limit)) {
      app(request, response)
      return
    }
    void answer(ctx, door, { request, response, common, metrics }).catch(() => response.destroy())
  }
}

function isPlain({ method, headers }: IncomingMessage, limit: number): boolean {
  const length = Number(headers['content-length'] ?? Number.NaN)
  return method === 'POST' && isJson(headers) && headers['content-encoding'] === undefined && length <= limit
}

interface Call {
  request: IncomingMessage
  response: ServerResponse
  common: Record<string, string>
  metrics: Metrics
}

async function answer(ctx: AppContext, door: Door, { request, response, common, metrics }: Call): Promise<void> {
  const started = performance.now()
  const requestId = randomUUID()
  const body = await bodyOf(request)
  if (!body) return
  const reply = await door.take(request.headers, body).then(
    (taken) => ({ status: 202, type: 'application/json; charset=utf-8', headers: {}, body: JSON.stringify(taken) }),
    (error: unknown) => problemOf(ctx, error, { requestId, route: door.path })
  )
  response.writeHead(reply.status, {
    ...common,
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'content-type': reply.type,
    'content-length': Buffer.byteLength(reply.body),
    ...reply.headers
  })
  response.end(reply.body)
  const ms = performance.now() - started
  metrics.note({ method: 'POST', route: door.path, status: reply.status }, ms / 1000)
  noteCall(ctx, { requestId, method: 'POST', url: door.path, status: reply.status, ms })
}

/** Null when the sender has gone: there is nobody to answer. */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.on('close', () => resolve(null))
    request.on('error', () => resolve(null))
  })
}
