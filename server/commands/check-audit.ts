import { checkChain, type Anchor } from '../audit/check-chain.ts'
import { CommandError, runCommand, withStore } from './run-command.ts'

/** `audit:check [seq:hash]`: is the audit log as it was written? Exit code 1 when it is not. */
await runCommand(({ database }) =>
  withStore(database, async (db) => {
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
  })
)

function readAnchor(text: string | undefined): Anchor | undefined {
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined)
    throw new CommandError('An anchor is seq:hash, as an earlier check printed it.')
  return { seq: Number(seq), hash }
}
