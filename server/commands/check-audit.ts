import { checkChain, type Anchor } from '../audit/check-chain.ts'
import { ConfigError, readConfig } from '../config/config.ts'
import { readEnv } from '../config/env.ts'
import { openDatabase } from '../db/database.ts'

/** `audit:check [seq:hash]`: is the audit log as it was written? Exit code 1 when it is not. */
try {
  const db = openDatabase(readConfig(readEnv()).database)
  try {
    const { entries, head, broken } = await checkChain(db, readAnchor(process.argv[2]))
    if (broken) {
      console.error(
        `The audit log is broken at entry ${broken.seq} (${broken.problem}); ${entries} before it are sound.`
      )
      process.exitCode = 1
    } else
      console.log(
        `The audit log is sound: ${entries} entries. Note the head outside of the store: ${head.seq}:${head.hash}`
      )
  } finally {
    await db.destroy()
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exitCode = 2
}

function readAnchor(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) throw new Error('an anchor is seq:hash, as an earlier check printed it')
  return { seq: Number(seq), hash }
}
