import { afterEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { StreamMessage } from '../api/stream.ts'

const { readStream } = vi.hoisted(() => ({ readStream: vi.fn() }))
vi.mock('../api/stream.ts', () => ({ readStream, SILENCE_MS: 60_000 }))

const { onStream, startStream, stopStream, useStream } = await import('./useStream.ts')

const untilStopped = (signal: AbortSignal) => new Promise((resolve) => signal.addEventListener('abort', resolve))

afterEach(() => {
  stopStream()
  readStream.mockReset()
  vi.useRealTimers()
})

it('tells each event to those who listen for it, until they are gone', async () => {
  const heard = vi.fn()
  const scope = effectScope()
  let isTold = false
  scope.run(() => onStream(['request.new'], heard))
  readStream.mockImplementation(async function* (_: string | null, signal: AbortSignal, onHeard: () => void) {
    onHeard()
    yield { id: '1', event: 'request.new', data: { id: 'a' } } satisfies StreamMessage
    yield { id: '2', event: 'rating.changed', data: {} } satisfies StreamMessage
    scope.stop()
    yield { id: '3', event: 'request.new', data: { id: 'b' } } satisfies StreamMessage
    isTold = true
    await untilStopped(signal)
  })
  startStream()
  await vi.waitFor(() => expect(isTold).toBe(true))
  expect(useStream().mode.value).toBe('live')
  expect(heard.mock.calls).toEqual([['a']])
})

it('comes back after a break with the last event that it saw, and polls when that fails for long', async () => {
  vi.useFakeTimers()
  const polled = vi.fn()
  onStream(['poll'], polled)
  readStream.mockImplementationOnce(async function* () {
    yield { id: '9', event: 'request.new', data: { id: 'a' } } satisfies StreamMessage
    await Promise.reject(new Error('cut'))
  })
  readStream.mockImplementation(() => {
    throw new Error('down')
  })
  startStream()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(readStream.mock.calls[1]?.[0]).toBe('9')
  expect(useStream().mode.value).toBe('polling')
  await vi.advanceTimersByTimeAsync(15_000)
  expect(polled).toHaveBeenCalled()
})

it('looks at everything anew after a break in which news may have been thrown away', async () => {
  vi.useFakeTimers()
  const polled = vi.fn()
  const scope = effectScope()
  scope.run(() => onStream(['poll'], polled))
  readStream.mockImplementationOnce(async function* () {
    yield { id: '1', event: 'request.new', data: { id: 'a' } } satisfies StreamMessage
    // The computer sleeps for a day, and its timers with it.
    vi.setSystemTime(Date.now() + 86_400_000)
    await Promise.reject(new Error('cut'))
  })
  readStream.mockImplementation(async function* (_: string | null, signal: AbortSignal, onHeard: () => void) {
    onHeard()
    await untilStopped(signal)
    yield* []
  })
  startStream()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(useStream().mode.value).toBe('live')
  expect(polled).toHaveBeenCalledTimes(1)
  scope.stop()
})
