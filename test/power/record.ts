import { readFileSync } from 'node:fs'
import { type LoadSize, type Promised, runLoad } from './load.ts'
import { type LogRecord, readLog } from './log.ts'
import { RecordedWorld } from './recorded-world.ts'

const PARTNERS = 6

export interface Recording {
  records: LogRecord[]
  promised: Promised[]
  /** The database as the server left it. */
  left: Buffer
}

/** Runs the server under load twice, with a restart in between: only then is an existing store opened. */
export async function recordServer(size: LoadSize): Promise<Recording> {
  const world = await RecordedWorld.start(PARTNERS)
  try {
    const promised = await runLoad(world, size)
    await world.stopApp()
    await world.startApp()
    promised.push(...(await runLoad(world, size)))
    await world.stopApp()
    return { records: readLog(world.log), promised, left: readFileSync(world.database) }
  } finally {
    await world.stop()
  }
}
