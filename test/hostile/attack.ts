import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HttpLine } from '../support/http-line.ts'
import { Dice } from './dice.ts'
import { hostileInput } from './inputs.ts'

/** Once everything is collected that can be. */
interface MemoryMiB {
  /** What the process holds of the system. */
  resident: number
  /** What is still in use: a leak grows with the number of inputs. */
  used: number
}
export interface Attacked {
  inputs: number
  /** Kinds of inputs that got a 202 and must not. */
  wronglyAccepted: string[]
  /** Kinds of inputs that got a 5xx. */
  failed: string[]
  /** Calls by their answer; 0 is a connection that was closed without one. */
  statuses: Record<number, number>
  /** What grew after the first quarter of the inputs, which warms everything up. */
  growth: MemoryMiB
  slowest: { kind: string; ms: number }
  /** Whether the next honest call is answered. */
  isAlive: boolean
}

const CONNECTIONS = 16
const HALF_OPEN = 50
const MIB = 1024 * 1024
const SECRET = Buffer.alloc(32, 5)

/** Sends hostile webhooks to a server of its own and counts what comes of them. */
export async function attack(inputs: number, seed: number): Promise<Attacked> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-hostile-'))
  const server = fork(
    join(import.meta.dirname, '../bench/serve.ts'),
    ['ours', join(folder, 'app.sqlite'), `whsec_${SECRET.toString('base64')}`],
    { execArgv: ['--expose-gc', '--import', 'tsx'] }
  )
  const [url] = (await once(server, 'message')) as [string]
  const halfOpen = slowSenders(url)
  const result = await sendAll({ inputs, seed, url, server })
  result.isAlive = (await fetch(new URL('/healthz', url))).status === 200
  for (const socket of halfOpen) socket.destroy()
  const gone = once(server, 'exit')
  server.kill()
  await gone
  await rm(folder, { recursive: true, force: true })
  return result
}

async function sendAll(run: { inputs: number; seed: number; url: string; server: ChildProcess }): Promise<Attacked> {
  const dice = new Dice(run.seed)
  const result: Attacked = {
    ...{ inputs: run.inputs, wronglyAccepted: [], failed: [], statuses: {}, growth: { resident: 0, used: 0 } },
    ...{ slowest: { kind: '', ms: 0 }, isAlive: false }
  }
  let sent = 0
  let warm = Promise.resolve(result.growth)
  const work = async (): Promise<void> => {
    const line = new HttpLine(run.url)
    while (sent < run.inputs) {
      if (++sent === Math.floor(run.inputs / 4)) warm = memoryOf(run.server)
      const { kind, pieces, mayPass } = hostileInput(dice, SECRET)
      const started = performance.now()
      const status = await Promise.race([line.send(...pieces), unanswered()])
      const ms = performance.now() - started
      if (status < 0) line.end()
      if (status === 202 && !mayPass) result.wronglyAccepted.push(kind)
      if (status >= 500) result.failed.push(`${kind}: ${status}`)
      if (status >= 0 && ms > result.slowest.ms) result.slowest = { kind, ms }
      result.statuses[Math.max(0, status)] = (result.statuses[Math.max(0, status)] ?? 0) + 1
    }
    line.end()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  const [before, after] = [await warm, await memoryOf(run.server)]
  result.growth = { resident: after.resident - before.resident, used: after.used - before.used }
  return result
}

/** A body that is announced and never comes is waited for by the server; nobody here does. */
const unanswered = (): Promise<number> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(-1), 2_000).unref()
  })

/** Connections that begin a call and never end it. */
const slowSenders = (url: string) =>
  Array.from({ length: HALF_OPEN }, () => {
    const { hostname, port } = new URL(url)
    const socket = connect({ host: hostname, port: Number(port) })
    socket.on('error', () => undefined)
    socket.write(
      'POST /webhooks/requests HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{'
    )
    return socket
  })

async function memoryOf(server: ChildProcess): Promise<MemoryMiB> {
  server.send('memory')
  const [memory] = (await once(server, 'message')) as [NodeJS.MemoryUsage]
  return { resident: memory.rss / MIB, used: (memory.heapUsed + memory.external) / MIB }
}
