import { readFileSync } from 'node:fs'

/** The database, its write-ahead log, its rollback journal, and the folder that names them. */
export type FileKind = 'database' | 'wal' | 'journal' | 'folder'

export type LogRecord = { file: FileKind; /** Bytes of the log up to the end of this record. */ end: number } & (
  | { kind: 'write'; offset: number; bytes: Buffer }
  | { kind: 'truncate'; length: number }
  | { kind: 'create' | 'unlink' | 'sync' }
)

const FILES: Record<string, FileKind> = { d: 'database', w: 'wal', j: 'journal', f: 'folder' }
const HEAD = 14

/** What the recorder wrote, as records that share the log's memory. */
export function readLog(file: string): LogRecord[] {
  const log = readFileSync(file)
  const records: LogRecord[] = []
  for (let at = 0; at + HEAD <= log.length;) {
    const offset = Number(log.readBigUInt64LE(at + 2))
    const length = log.readUInt32LE(at + 10)
    const end = at + HEAD + length
    const name = FILES[String.fromCharCode(log[at + 1]!)]
    if (!name) throw new Error(`the log is not understood at ${at}`)
    records.push({ file: name, end, ...readWhat(String.fromCharCode(log[at]!), offset, log.subarray(at + HEAD, end)) })
    at = end
  }
  return records
}

function readWhat(kind: string, offset: number, bytes: Buffer) {
  switch (kind) {
    case 'w':
      return { kind: 'write', offset, bytes } as const
    case 't':
      return { kind: 'truncate', length: offset } as const
    case 'c':
      return { kind: 'create' } as const
    case 'u':
      return { kind: 'unlink' } as const
    case 's':
      return { kind: 'sync' } as const
    default:
      throw new Error(`the server did something with its database that the replay does not know: ${kind}`)
  }
}
