import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What a run measured for one line of the scoreboard. */
export interface Figure {
  name: string
  value: string
}

/**
 * Notes a measured figure, such as `recordFigure('R2', 'SQLite: 120 kills, 0 lost')`, for the scoreboard that
 * `npm test` prints. Several values of one name stand beside each other. Without FIGURES_FILE nothing is kept.
 */
export function recordFigure(name: string, value: string): void {
  const file = process.env.FIGURES_FILE
  if (file) appendFileSync(file, `${JSON.stringify({ name, value } satisfies Figure)}\n`)
}

export function readFigures(file: string): Figure[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Figure)
}
