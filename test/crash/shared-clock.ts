import { renameSync, writeFileSync } from 'node:fs'
import { TestClock } from '../support/clock.ts'

/** A clock whose offset stands in a file, so that real server processes move along. */
export class SharedClock extends TestClock {
  readonly file: string

  constructor(file: string) {
    super()
    this.file = file
    this.#write()
  }

  override advance(time: Parameters<TestClock['advance']>[0]): void {
    super.advance(time)
    this.#write()
  }

  #write(): void {
    writeFileSync(`${this.file}.new`, String(Math.round((this.now().getTime() - Date.now()) / 1000) * 1000))
    renameSync(`${this.file}.new`, this.file)
  }
}
