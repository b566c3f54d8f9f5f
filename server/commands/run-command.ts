import { existsSync } from 'node:fs'
import { ConfigError, readConfig, type Config } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { openDatabase, type Db } from '../db/database.ts'

/** What an operator can mend: it is said without a stack. */
export class CommandError extends Error {}

/** Runs a command on the configured store. Exit code 2 when it could not be done at all. */
export async function runCommand(work: (config: Config) => Promise<void>): Promise<void> {
  try {
    await work(readConfig(readEnv()))
  } catch (error) {
    console.error(wordsOf(error))
    process.exitCode = 2
  }
}

/** The store must be there: opening a file that is missing would make an empty one. */
export async function withStore(database: Config['database'], work: (db: Db) => Promise<void>): Promise<void> {
  needStore(database)
  const db = openDatabase(database)
  try {
    await work(db)
  } finally {
    await db.destroy()
  }
}

export function needStore(database: Config['database']): void {
  if (database.engine === 'sqlite' && !existsSync(database.file))
    throw new CommandError(`There is no store at ${database.file}: check DATABASE_URL.`)
}

function wordsOf(error: unknown): unknown {
  if (error instanceof ConfigError || error instanceof CommandError) return error.message
  const { code = '', message = '', cause } = error as { code?: string; message?: string; cause?: unknown }
  if (code === '' && cause instanceof Error) return wordsOf(cause)
  if (['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000'].includes(code))
    return `The database can't be reached: ${message || code}. Is its address right, and does it run?`
  if (code === '42P01' || /no such table/.test(message))
    return 'This is no store of the app, or the app was never started with it.'
  if (code === 'SQLITE_NOTADB') return 'The file is no SQLite store: check DATABASE_URL.'
  if (/unable to authenticate data/.test(message))
    return 'The store was sealed with another secret: APP_SECRET has to be the new one, APP_SECRET_PREVIOUS the one before. Nothing is lost; run it again.'
  return error
}
