import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { eventually } from '../support/wait.ts'
import { FreshCallers } from './fresh-callers.ts'
import { ProcessWorld } from './process-world.ts'
import type { ServerProcess } from './server-process.ts'

const KILLS = 8
const CALLS_PER_SECOND = 100

describe('a child that is killed -9 under its supervisor', () => {
  let world: ProcessWorld
  let server: ServerProcess

  beforeEach(async () => {
    world = await ProcessWorld.start('sqlite')
    server = world.server('server')
    server.start()
    await server.ready()
  })
  afterEach(() => world.stop())

  it('is replaced without a connection refused: who calls meanwhile waits, and only calls under way are cut', async () => {
    const callers = new FreshCallers(`${world.origin}/healthz`, CALLS_PER_SECOND)
    const kills: number[] = []
    for (let kill = 1; kill <= KILLS; kill++) {
      const { calls } = callers
      await eventually('calls', () => callers.calls > calls + CALLS_PER_SECOND / 2)
      kills.push(performance.now())
      server.killChild()
      await eventually('another child', () => server.timesReady > kill, 60_000)
    }
    await callers.stop()
    const wasUnderWay = (loss: { startedAt: number; endedAt: number }) =>
      kills.some((killedAt) => loss.startedAt <= killedAt && killedAt <= loss.endedAt)
    expect(callers.losses.filter((loss) => !wasUnderWay(loss))).toEqual([])
    expect(callers.losses.filter(({ code }) => code === 'ECONNREFUSED')).toEqual([])
    const { calls, losses, longestMs } = callers
    recordFigure(
      'R4',
      `${KILLS} children killed -9, ${calls} calls on new connections: 0 refused, ${losses.length} cut, ` +
        `longest wait ${Math.round(longestMs)} ms`
    )
  }, 300_000)

  it('leaves the socket to the next ones: hand-over, another kill and a stop go on as ever', async () => {
    const callers = new FreshCallers(`${world.origin}/healthz`, CALLS_PER_SECOND)
    server.killChild()
    await eventually('another child', () => server.timesReady === 2, 60_000)
    server.hangUp()
    await eventually('a hand-over', () => server.timesReady === 3, 60_000)
    await eventually('one child', () => server.childPids.length === 1, 60_000)
    server.killChild()
    await eventually('another child', () => server.timesReady === 4, 60_000)
    await callers.stop()
    expect(callers.losses.filter(({ code }) => code === 'ECONNREFUSED')).toEqual([])
    expect(await server.stop()).toBe(0)
    await expect(fetch(`${world.origin}/healthz`)).rejects.toThrow('fetch failed')
  }, 300_000)
})
