import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import type { CrmMode } from '../portal/bitrix24.ts'
import { CALLS, type DeliveryCall } from './calls.ts'
import type { Cell } from './cell.ts'
import { FAULTS } from './faults.ts'

const FILE = new URL('../../docs/fault-matrix.md', import.meta.url)

const HEAD = `# Fault matrix of a delivery

Written by \`npx vitest run --project flows test/flows/fault-matrix.test.ts\`: every call of a delivery × every fault, in
both CRM modes, against the emulated Bitrix24. A cell tells what the app shows right after the fault, before anybody acts.
In **every** cell the end is the same, counted in the portal's CRM: the delivery is shown as delivered, and there is exactly
one item of each kind, with the client's data in it, although "send again" was pressed twice at once after the fault, after
the repair and after the end. Within 61 s after a call whose answer was lost nothing was looked up and nothing sent.

| shown | meaning |
|---|---|
| delivered | nobody noticed; a task that was refused is told in the history |
| retrying | tried again by itself; when, and why, is shown |
| refused | the portal's own words are shown; "send again" after the repair |
| parked | the portal has to come back; administrators are told; opening the app is enough |

The trigger for the tenant's automation comes after the delivery and is fired at most once, whatever strikes it; anything else
does not keep it from being fired. A notice is sent to the agent because the portal has refused the item: what passes delays it,
and there is never more than one.
`

/** The same run writes the same text. */
export async function writeReport(cells: Record<CrmMode, Cell[]>): Promise<void> {
  const parts = (['classic', 'simple'] as const).map((mode) => tableOf(mode, cells[mode]))
  const text = [HEAD, ...parts, wordsOf(Object.values(cells).flat())].join('\n')
  writeFileSync(FILE, await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' }))
}

function tableOf(mode: CrmMode, cells: Cell[]): string {
  const calls = CALLS[mode]
  const title = mode === 'classic' ? 'Classic CRM: a lead' : 'Simple CRM: company, contact and deal'
  const shownIn = (fault: string, call: DeliveryCall): string =>
    cells.find((cell) => cell.fault.name === fault && cell.call === call)?.shown ?? '–'
  const rows = FAULTS.map(({ name }) => [name, ...calls.map((call) => shownIn(name, call))])
  return [`## ${title}`, '', table(['fault', ...calls.map((call) => call.name)], rows), ''].join('\n')
}

function wordsOf(cells: Cell[]): string {
  const rows = FAULTS.map(({ name }): [string, string] => {
    const words = cells.filter((cell) => cell.fault.name === name && !cell.call.refused).map((cell) => cell.words)
    return [
      name,
      [...new Set(words)]
        .filter((text) => text !== '')
        .sort()
        .join(' · ')
    ]
  })
  const told = rows.filter(([, words]) => words !== '')
  return ['## Words that are shown', '', table(['fault', 'words'], told), ''].join('\n')
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
