import SqliteFile from 'better-sqlite3'
import { Kysely } from 'kysely'
import { ImmediateSqliteDialect } from '../../server/db/dialect.ts'
import type { Db } from '../../server/db/database.ts'
import type { Tables } from '../../server/db/tables/index.ts'
import type { Random } from './random.ts'

/** The process is gone: whatever still runs of it gets nothing done. */
export class Crash extends Error {
  constructor() {
    super('the process was killed')
    this.name = 'Crash'
  }
}

/** Kills the process at any statement or call, and lets nothing of it reach the store until it is started again. */
export class Crashes {
  /** Chance at each point; 0 while the simulation itself uses the store. */
  share = 0
  #random: Random | undefined
  isDown = false
  count = 0

  start(random: Random, share: number): void {
    this.#random = random
    this.share = share
    this.isDown = false
    this.count = 0
  }

  /** What a transaction of the dead process left open. */
  cleanUp: () => void = () => undefined

  restart(): void {
    this.cleanUp()
    this.isDown = false
  }

  point(): void {
    if (this.isDown) throw new Crash()
    if (this.share === 0 || !this.#random?.chance(this.share)) return
    this.isDown = true
    this.count += 1
    throw new Crash()
  }
}

/** SQLite in memory, with a chance to die before and after each statement. */
export function openCrashing(crashes: Crashes): Db {
  const sqlite = new SqliteFile(':memory:')
  sqlite.pragma('foreign_keys = OFF')
  crashes.cleanUp = () => {
    if (sqlite.inTransaction) sqlite.exec('rollback')
  }
  const nothing = sqlite.prepare('select 1 where false')
  const prepared = new Map<string, unknown>()
  const statement = (source: string): unknown => {
    if (source === 'rollback') return sqlite.inTransaction ? sqlite.prepare(source) : nothing
    const known = prepared.get(source) ?? dying(sqlite.prepare(source), crashes)
    prepared.set(source, known)
    return known
  }
  const database = { close: () => sqlite.close(), prepare: statement }
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: database as never }) })
}

function dying(statement: SqliteFile.Statement, crashes: Crashes): unknown {
  const guarded =
    <Answer>(run: (...values: unknown[]) => Answer) =>
    (...values: unknown[]): Answer => {
      crashes.point()
      const answer = run(...values)
      crashes.point()
      return answer
    }
  return {
    reader: statement.reader,
    all: guarded((...values) => statement.all(...values)),
    run: guarded((...values) => statement.run(...values)),
    iterate: guarded((...values) => statement.iterate(...values))
  }
}
