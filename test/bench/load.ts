import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { aRequest } from '../support/factories.ts'
import { quantile } from './measure.ts'

export interface LoadTask {
  url: string
  seconds: number
  connections: number
  secret: string
}
export interface LoadResult {
  ok: number
  failed: number
  seconds: number
  p99: number
}

const task = JSON.parse(process.argv[2] ?? '{}') as LoadTask
const agent = new Agent({ keepAlive: true, maxSockets: task.connections })
const key = Buffer.from(task.secret.slice('whsec_'.length), 'base64')
const samples: number[] = []
let failed = 0

function send(): Promise<void> {
  const body = JSON.stringify({ type: 'request.created', timestamp: new Date().toISOString(), data: aRequest() })
  const id = randomUUID()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`
  }
  const started = performance.now()
  return new Promise((resolve) => {
    const call = request(task.url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => {
        if (response.statusCode === 202) samples.push(performance.now() - started)
        else failed++
        resolve()
      })
    })
    call.on('error', () => {
      failed++
      resolve()
    })
    call.end(body)
  })
}

const started = performance.now()
const until = started + task.seconds * 1000
await Promise.all(
  Array.from({ length: task.connections }, async () => {
    while (performance.now() < until) await send()
  })
)
const result: LoadResult = {
  ok: samples.length,
  failed,
  seconds: (performance.now() - started) / 1000,
  p99: quantile(samples, 0.99)
}
process.send?.(result, () => process.exit(0))
