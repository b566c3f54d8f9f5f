import { once } from 'node:events'
import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Longer than the idle time of the usual proxies, so that they are the ones to close. */
const KEEP_ALIVE_MS = 65_000
const LISTEN_RETRIES = 30
const LISTEN_PAUSE_MS = 100
const BACKLOG = 1024

/** What Node has below a listening server. It can be sent to another process, which keeps it without accepting. */
export interface KeptSocket {
  close(): void
}

export const socketOf = (server: Server): KeptSocket => (server as unknown as { _handle: KeptSocket })._handle

/** A process that was killed a moment ago may still hold the port. */
export async function listen(
  server: Server,
  address: { port: number; host: string },
  kept?: KeptSocket
): Promise<void> {
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.requestTimeout = 60_000
  for (let attempt = 0; ; attempt++) {
    try {
      await listenOnce(server, address, kept)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === LISTEN_RETRIES) throw error
      await pause(LISTEN_PAUSE_MS)
    }
  }
}

async function listenOnce(
  server: Server,
  { port, host }: { port: number; host: string },
  kept: KeptSocket | undefined
): Promise<void> {
  const listening = once(server, 'listening')
  if (kept) server.listen(kept, BACKLOG)
  else server.listen(port, host, BACKLOG)
  await listening
}

const GOODBYE_MS = 1_000
const LAST_ANSWERS_MS = 5_000
/** Then even a connection that was idle all along has been closed by one of both sides. */
export const DRAIN_MS = KEEP_ALIVE_MS + 10_000

/**
 * Takes no new connection and tells the open ones that the next answer is the last. Those that idle stay open until
 * they have run out by themselves: a request that is on its way into one that is being closed would be lost.
 * Only `hurry` closes them after a moment.
 */
export async function drain(server: Server, hurry: AbortSignal): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close')
  })
  const closed = new Promise<void>((resolve) => {
    server.once('close', () => resolve())
  })
  NetServer.prototype.close.call(server)
  const close = async (): Promise<void> => {
    await pause(GOODBYE_MS)
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref()
  }
  if (hurry.aborted) void close()
  else hurry.addEventListener('abort', () => void close())
  await closed
}
