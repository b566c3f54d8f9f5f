import { rmSync, writeFileSync } from 'node:fs'
import type { Random } from '../simulation/random.ts'
import { DiskFile, type Survival } from './disk-file.ts'
import type { FileKind, LogRecord } from './log.ts'

type Name = Exclude<FileKind, 'folder'>
const SUFFIXES: Record<Name, string> = { database: '', wal: '-wal', journal: '-journal' }
const NAMES = Object.keys(SUFFIXES) as Name[]

/** The files of one database on a disk that may lose its power. A name that is new or gone counts once its folder is synchronised. */
export class Disk {
  /** What the names stand for on the disk, what they stand for to the server, and the changes in between. */
  readonly #stored = new Map<Name, DiskFile | undefined>()
  readonly #seen = new Map<Name, DiskFile | undefined>()
  #renamed: { name: Name; file: DiskFile | undefined }[] = []

  apply(record: LogRecord): void {
    if (record.file === 'folder') {
      if (record.kind === 'sync') this.#syncFolder()
      return
    }
    switch (record.kind) {
      case 'create':
        return this.#name(record.file, new DiskFile())
      case 'unlink':
        return this.#name(record.file, undefined)
      case 'write':
        return this.#file(record.file).write(record.offset, record.bytes)
      case 'truncate':
        return this.#file(record.file).truncate(record.length)
      case 'sync':
        return this.#file(record.file).sync()
    }
  }

  /** Writes down what is left when the power goes now. -shm is memory: it is gone. */
  cut(random: Random, survival: Survival, database: string): void {
    const left = new Map(this.#stored)
    for (const { name, file } of this.#renamed) if (random.chance(survival.share)) left.set(name, file)
    rmSync(`${database}-shm`, { force: true })
    for (const name of NAMES) {
      const file = left.get(name)
      if (file) writeFileSync(database + SUFFIXES[name], file.afterCut(random, survival))
      else rmSync(database + SUFFIXES[name], { force: true })
    }
  }

  #name(name: Name, file: DiskFile | undefined): void {
    this.#seen.set(name, file)
    this.#renamed.push({ name, file })
  }

  #syncFolder(): void {
    for (const { name, file } of this.#renamed) this.#stored.set(name, file)
    this.#renamed = []
  }

  #file(name: Name): DiskFile {
    const file = this.#seen.get(name)
    if (!file) throw new Error(`the log writes to the ${name}, which nobody has created`)
    return file
  }
}
