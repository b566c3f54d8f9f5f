import { eventually } from '../support/wait.ts'
import { ProcessWorld } from './process-world.ts'
import { SteadyCallers } from './steady-callers.ts'

const CALLS_PER_SECOND = 300
/** Longer than the supervisor waits. */
const LONGEST_START_MS = 130_000
const WENT_WRONG = /the new process did not start|the app ended/

export interface HandOverReport {
  restarts: number
  calls: number
  perSecond: number
  accepted: number
  stored: number
  failures: string[]
}

/** SIGHUP again and again while callers go on; each time the next one comes once the new process works. */
export async function handOvers(restarts: number): Promise<HandOverReport> {
  const world = await ProcessWorld.start('sqlite')
  try {
    const server = world.server('server')
    server.start()
    await server.ready()
    const callers = new SteadyCallers(world, CALLS_PER_SECOND)
    for (let restart = 1; restart <= restarts; restart++) {
      const { pid } = server
      server.hangUp()
      const isOver = () => server.timesReady > restart || WENT_WRONG.test(server.log)
      await eventually(`restart ${restart}`, isOver, LONGEST_START_MS)
      if (server.timesReady !== restart + 1) throw new Error(`restart ${restart}:\n${server.log.slice(-2000)}`)
      if (server.pid !== pid || !server.isRunning) throw new Error('the supervisor itself has gone')
    }
    const perSecond = await callers.stop()
    const { rows } = await world
      .openStore()
      .selectFrom('request')
      .select((row) => row.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    const { calls, accepted, failures } = callers
    return { restarts, calls, perSecond, accepted, stored: Number(rows), failures }
  } finally {
    await world.stop()
  }
}
