import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parsePhp, isMap, type Params } from './php.ts'

export interface Listener {
  server: Server
  port: number
  close(): Promise<void>
}

export async function listen(handler: RequestListener, port = 0): Promise<Listener> {
  const server = createServer(handler)
  server.keepAliveTimeout = 5_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { server, port: (server.address() as AddressInfo).port, close }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** The query and the body become one set of parameters; the body wins. */
export function readParams(query: string, contentType: string, body: string): Params {
  const params = parsePhp(query)
  if (body === '') return params
  if (contentType.includes('json')) {
    const parsed = parseJson(body)
    return isMap(parsed) ? { ...params, ...parsed } : params
  }
  return { ...params, ...parsePhp(body) }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

export function clientAddress(request: IncomingMessage): string {
  return request.socket.remoteAddress ?? 'unknown'
}
