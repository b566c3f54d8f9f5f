import type { StreamEvent } from '../../shared/contract/stream.ts'
import { open } from './request.ts'

export interface StreamMessage {
  id: string | null
  event: StreamEvent
  data: { id?: string }
}

/** Reads server-sent events by fetch: EventSource can't send the Authorization header. Tells every sign of life. */
export async function* readStream(
  lastEventId: string | null,
  signal: AbortSignal,
  onHeard: () => void = () => undefined
): AsyncGenerator<StreamMessage> {
  const headers: Record<string, string> = { accept: 'text/event-stream' }
  if (lastEventId) headers['last-event-id'] = lastEventId
  const response = await open('/api/stream', { headers, signal })
  if (!response.body) return
  onHeard()
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await heard(reader)
    if (done) return
    onHeard()
    rest = (rest + value).replaceAll('\r\n', '\n')
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const message = parseBlock(block)
      if (message) yield message
    }
  }
}

/** A computer that slept holds a dead connection for long; the server is never silent for longer than this. */
export const SILENCE_MS = 60_000

async function heard<T>(reader: ReadableStreamDefaultReader<T>): Promise<ReadableStreamReadResult<T>> {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), SILENCE_MS)
  return reader.read().finally(() => clearTimeout(timer))
}

export function parseBlock(block: string): StreamMessage | null {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon <= 0) continue
    const name = line.slice(0, colon)
    const value = line.slice(colon + 1).replace(/^ /, '')
    fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value)
  }
  const event = fields.get('event')
  if (!event) return null
  try {
    const data = JSON.parse(fields.get('data') ?? '{}') as StreamMessage['data']
    return { id: fields.get('id') ?? null, event: event as StreamEvent, data }
  } catch {
    return null
  }
}
