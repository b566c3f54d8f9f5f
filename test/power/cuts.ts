import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Random } from '../simulation/random.ts'
import { checkStore, type Findings } from './check-store.ts'
import { Disk } from './disk.ts'
import type { Survival } from './disk-file.ts'
import type { Promised } from './load.ts'
import type { LogRecord } from './log.ts'

export interface Cut extends Findings {
  /** Records that were written before it. */
  at: number
  /** What had been promised by then. */
  promised: number
}

const SHARES = [0, 0.1, 0.5, 0.9, 1]

/** Goes through the log once and cuts the power at random records; answers what each cut left. */
export function cutPower(records: LogRecord[], promised: Promised[], options: { cuts: number; seed: number }): Cut[] {
  const random = new Random(options.seed)
  const places = Array.from({ length: options.cuts }, () => Math.floor(random.below(records.length + 1)))
  places.sort((one, other) => one - other)
  const inOrder = [...promised].sort((one, other) => one.position - other.position)
  const folder = mkdtempSync(join(tmpdir(), 'power-cut-'))
  const file = join(folder, 'app.sqlite')
  const disk = new Disk()
  const cuts: Cut[] = []
  let [done, known] = [0, 0]
  for (const place of places) {
    while (done < place) disk.apply(records[done++]!)
    const end = done === 0 ? 0 : records[done - 1]!.end
    while (known < inOrder.length && inOrder[known]!.position <= end) known += 1
    disk.cut(random, anySurvival(random), file)
    cuts.push({ at: done, promised: known, ...checkStore(file, inOrder.slice(0, known)) })
  }
  rmSync(folder, { recursive: true, force: true })
  return cuts
}

function anySurvival(random: Random): Survival {
  const share = SHARES[Math.floor(random.below(SHARES.length))]!
  return { share, filler: random.chance(0.5) ? 'zeros' : 'garbage' }
}

/**
 * The same log as `synchronous = NORMAL` would have made it: the write-ahead log is synchronised only when it begins
 * anew and before it is copied into the database.
 */
export function asNormal(records: LogRecord[]): LogRecord[] {
  return records.filter((record, index) => {
    if (record.kind !== 'sync' || record.file !== 'wal') return true
    const before = records[index - 1]
    const isHeader = before?.kind === 'write' && before.file === 'wal' && before.offset === 0
    return isHeader || records[index + 1]?.file === 'database'
  })
}
