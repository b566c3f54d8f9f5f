import { createHmac, randomUUID } from 'node:crypto'
import { aRequest } from '../support/factories.ts'
import { HttpLine } from '../support/http-line.ts'
import { quantile } from './measure.ts'

export interface LoadTask {
  url: string
  seconds: number
  connections: number
  secret: string
  /** Messages a second at fixed times, whatever the answers take; as many as the server takes when left out. */
  rate?: number
}
export interface LoadResult {
  ok: number
  failed: number
  seconds: number
  p50: number
  p99: number
}

const task = JSON.parse(process.argv[2] ?? '{}') as LoadTask
const { hostname, pathname } = new URL(task.url)
const key = Buffer.from(task.secret.slice('whsec_'.length), 'base64')
const samples: number[] = []
let failed = 0
let sent = 0

/** Most clients ask once; one in fifty asks again. */
function aMessage(index: number): Buffer {
  const data = aRequest({ contact: clientOf(index % 50 === 49 ? index - 1 : index) })
  const body = JSON.stringify({ type: 'request.created', timestamp: new Date().toISOString(), data })
  const id = randomUUID()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${hostname}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `webhook-id: ${id}`,
    `webhook-timestamp: ${timestamp}`,
    `webhook-signature: v1,${signature}`
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const run = randomUUID().slice(0, 8)
const clientOf = (index: number) => ({
  name: `Erika Zyxwvut${index}`,
  company: `Qwertz ${run} ${index} GmbH`,
  phone: `+4915${String(Date.now() % 1000).padStart(3, '0')}${String(index).padStart(6, '0')}`,
  email: `erika.${index}@kunde-${run}-${index}.example`
})

function note(status: number, startedAt: number): void {
  if (status === 202) samples.push(performance.now() - startedAt)
  else failed++
}

/** Closed loop: each connection sends its next message when the last was answered. */
async function asMany(lines: HttpLine[], messages: Buffer[], until: number): Promise<void> {
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) {
        const startedAt = performance.now()
        note(await line.send(messages[sent++] ?? aMessage(sent)), startedAt)
      }
    })
  )
}

/** Open loop: a message's time counts from when it was to be sent, so that a pause of the server is not overlooked. */
async function atRate(lines: HttpLine[], messages: Buffer[], rate: number): Promise<void> {
  const startedAt = performance.now()
  const free = [...lines]
  const waiting: number[] = []
  await new Promise<void>((resolve) => {
    let due = 0
    let answered = 0
    const pump = () => {
      while (free.length > 0 && waiting.length > 0) {
        const [line, at] = [free.pop()!, waiting.shift()!]
        void line.send(messages[sent++]!).then((status) => {
          note(status, at)
          free.push(line)
          if (++answered === messages.length) resolve()
          else pump()
        })
      }
    }
    const tick = () => {
      const now = performance.now()
      while (due < messages.length && startedAt + (due * 1000) / rate <= now)
        waiting.push(startedAt + (due++ * 1000) / rate)
      pump()
      if (due < messages.length) setImmediate(tick)
    }
    tick()
  })
}

const expected = task.rate === undefined ? task.seconds * 8000 : task.seconds * task.rate
const messages = Array.from({ length: expected }, (_, index) => aMessage(index))
const lines = Array.from({ length: task.connections }, () => new HttpLine(task.url))
const startedAt = performance.now()
if (task.rate === undefined) await asMany(lines, messages, startedAt + task.seconds * 1000)
else await atRate(lines, messages, task.rate)
const result: LoadResult = {
  ok: samples.length,
  failed,
  seconds: (performance.now() - startedAt) / 1000,
  p50: quantile(samples, 0.5),
  p99: quantile(samples, 0.99)
}
for (const line of lines) line.end()
process.send?.(result, () => process.exit(0))
