import { afterEach, expect, it, vi } from 'vitest'
import { parseBlock, readStream } from './stream.ts'

afterEach(() => vi.unstubAllGlobals())

const streamOf = (...parts: string[]): Response => {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      parts.forEach((part) => controller.enqueue(encoder.encode(part)))
      controller.close()
    }
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

it('puts events together that arrive in pieces', async () => {
  const server = vi
    .fn<typeof fetch>()
    .mockResolvedValue(
      streamOf(
        ': hello\n\nid: 4\nevent: request.n',
        'ew\ndata: {"id":"a"}\n',
        '\nevent: rating.changed\r\ndata: {}\r\n\r\n'
      )
    )
  vi.stubGlobal('fetch', server)
  const seen = []
  for await (const message of readStream('3', new AbortController().signal)) seen.push(message)
  expect(seen).toEqual([
    { id: '4', event: 'request.new', data: { id: 'a' } },
    { id: null, event: 'rating.changed', data: {} }
  ])
  expect((server.mock.calls[0]?.[1]?.headers as Record<string, string>)['last-event-id']).toBe('3')
})

it('skips comments and damaged data', () => {
  expect(parseBlock(': keep-alive')).toBeNull()
  expect(parseBlock('event: request.new\ndata: {"id":')).toBeNull()
})

it('gives up a connection that has fallen silent, so that a new one can be made', async () => {
  vi.useFakeTimers()
  const silent = new Response(new ReadableStream<Uint8Array>(), { headers: { 'content-type': 'text/event-stream' } })
  vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockResolvedValue(silent))
  const seen: unknown[] = []
  const reading = (async () => {
    for await (const message of readStream(null, new AbortController().signal)) seen.push(message)
  })()
  await vi.advanceTimersByTimeAsync(61_000)
  await reading
  expect(seen).toEqual([])
  vi.useRealTimers()
})
