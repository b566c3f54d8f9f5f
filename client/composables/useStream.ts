import { onScopeDispose, ref } from 'vue'
import type { StreamEvent } from '../../shared/contract/stream.ts'
import { onBack } from '../api/reach.ts'
import { readStream, SILENCE_MS } from '../api/stream.ts'
import { boot } from '../boot.ts'

/** `poll` is told every 15 s while no stream can be had. */
type Told = StreamEvent | 'poll'
type Listener = (id: string | null) => void

const POLL_MS = 15_000
/** After a longer break not every event is kept for us any more: then all is looked at anew. */
const LONG_BREAK_MS = 10 * 60_000
const RETRY_MS = [500, 1000, 2000, 5000, 10_000, 30_000]

const listeners = new Map<Told, Set<Listener>>()
const mode = ref<'off' | 'live' | 'polling'>('off')
let lastEventId: string | null = boot.lastEventId
let running: AbortController | null = null
let wakeUp: (() => void) | null = null
let connection: AbortController | null = null
let heardAt = 0

function tell(event: Told, id: string | null): void {
  for (const listener of listeners.get(event) ?? []) listener(id)
}

async function pause(ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    wakeUp = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  wakeUp = null
}

async function run(signal: AbortSignal): Promise<void> {
  heardAt = Date.now()
  for (let failures = 0; !signal.aborted; failures += 1) {
    const openedAt = Date.now()
    connection = new AbortController()
    const onHeard = () => {
      mode.value = 'live'
      const isLate = Date.now() - heardAt > LONG_BREAK_MS
      heardAt = Date.now()
      if (isLate) tell('poll', null)
    }
    try {
      for await (const message of readStream(lastEventId, connection.signal, onHeard)) {
        if (message.id) lastEventId = message.id
        tell(message.event, message.data.id ?? null)
      }
    } catch {
      // Whatever broke it, the answer is the same: try again, and poll meanwhile.
    }
    if (signal.aborted) return
    if (Date.now() - openedAt > POLL_MS) failures = 0
    if (failures >= 2) mode.value = 'polling'
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? POLL_MS
    await pause(wait * (0.8 + Math.random() * 0.4))
  }
}

export function startStream(): void {
  if (running) return
  running = new AbortController()
  void run(running.signal)
  const poll = setInterval(() => {
    if (mode.value === 'polling' && document.visibilityState === 'visible') tell('poll', null)
  }, POLL_MS)
  const wake = () => {
    if (document.visibilityState !== 'visible') return
    // A connection that outlived a sleep looks open and says nothing.
    if (Date.now() - heardAt > SILENCE_MS) connection?.abort()
    wakeUp?.()
    if (mode.value !== 'live') tell('poll', null)
  }
  document.addEventListener('visibilitychange', wake)
  document.addEventListener('resume', wake)
  window.addEventListener('online', wake)
  const stopListening = onBack(() => wakeUp?.())
  running.signal.addEventListener('abort', () => {
    clearInterval(poll)
    stopListening()
    document.removeEventListener('visibilitychange', wake)
    document.removeEventListener('resume', wake)
    window.removeEventListener('online', wake)
  })
}

export function stopStream(): void {
  running?.abort()
  connection?.abort()
  running = null
  lastEventId = null
  mode.value = 'off'
  wakeUp?.()
}

export function onStream(events: Told[], listener: Listener): void {
  for (const event of events) {
    const set = listeners.get(event) ?? new Set()
    listeners.set(event, set.add(listener))
  }
  onScopeDispose(() => events.forEach((event) => listeners.get(event)?.delete(listener)), true)
}

export const useStream = () => ({ mode })
