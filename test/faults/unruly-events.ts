import { formatPhp } from '../portal/php.ts'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import type { QueuedEvent } from '../portal/events/event-queue.ts'
import type { Random } from '../simulation/random.ts'

export interface Sent {
  sent: number
  dropped: number
  forged: number
  /** Answers that were not what they should be. */
  wrong: number[]
}

const SHARE_DROPPED = 0.3
const SHARE_DOUBLED = 0.3
const SHARE_FORGED = 0.2
const AT_ONCE = 6

/** Sends what the portal holds back, in an order of its own: some events get lost, some come twice, forged ones between. */
export async function sendUnruly(portal: EmulatedPortal, random: Random): Promise<Sent> {
  const line: { event: QueuedEvent; isForged: boolean }[] = []
  const result: Sent = { sent: 0, dropped: 0, forged: 0, wrong: [] }
  for (const event of portal.events.waiting) {
    if (random.chance(SHARE_DROPPED)) result.dropped += 1
    else line.push({ event, isForged: false })
    if (random.chance(SHARE_DOUBLED)) line.push({ event, isForged: false })
    if (random.chance(SHARE_FORGED)) line.push({ event: forged(event), isForged: true })
  }
  portal.events.stop()
  portal.events.release()
  const mixed = line.map((one) => ({ one, place: random.next() })).sort((one, other) => one.place - other.place)
  while (mixed.length > 0)
    await Promise.all(
      mixed.splice(0, AT_ONCE).map(async ({ one: { event, isForged } }) => {
        const status = await post(event)
        result[isForged ? 'forged' : 'sent'] += 1
        if (status !== (isForged ? 403 : 200)) result.wrong.push(status)
      })
    )
  return result
}

/** It tells the truth about the event, but not about who sends it. */
function forged(event: QueuedEvent): QueuedEvent {
  const auth = event.body.auth as Record<string, unknown>
  return { ...event, body: { ...event.body, auth: { ...auth, application_token: 'f'.repeat(32) } } }
}

async function post({ url, body }: QueuedEvent): Promise<number> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await fetch(url, { method: 'POST', headers, body: formatPhp({ ...body, ts: '1' }) })
  await response.arrayBuffer()
  return response.status
}
