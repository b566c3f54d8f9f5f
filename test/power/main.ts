import { parseArgs } from 'node:util'
import { asNormal, cutPower, type Cut } from './cuts.ts'
import { recordServer } from './record.ts'

/** `tsx test/power/main.ts [--cuts 5000] [--seed 1] [--webhooks 2000]`: the long run, on the build. Ends with 1 when a cut found trouble. */
const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    webhooks: { type: 'string', default: '1000' }
  }
})
const [cuts, seed, webhooks] = [values.cuts, values.seed, values.webhooks].map(Number) as [number, number, number]

const startedAt = Date.now()
const { records, promised } = await recordServer({ webhooks, reservations: Math.ceil(webhooks / 4), senders: 8 })
const kinds = (kind: string): number => promised.filter((one) => one.kind === kind).length
console.log(
  `${records.length} records, ${records.filter(({ kind }) => kind === 'sync').length} of them synchronisations; ` +
    `promised: ${kinds('webhook')} webhooks, ${kinds('reservation')} reservations`
)
const full = cutPower(records, promised, { cuts, seed })
const normal = cutPower(asNormal(records), promised, { cuts: Math.ceil(cuts / 10), seed })
const sum = (all: Cut[], count: (cut: Cut) => number): number => all.reduce((total, cut) => total + count(cut), 0)
for (const [name, all] of Object.entries({ 'as it is (FULL)': full, 'control (NORMAL)': normal }))
  console.log(
    `${name}: ${all.length} cuts, ${sum(all, (cut) => cut.lost.length)} of ${sum(all, (cut) => cut.promised)} promises lost ` +
      `in ${all.filter((cut) => cut.lost.length > 0).length} cuts, ${sum(all, (cut) => cut.corrupt.length)} corrupt, ` +
      `${sum(all, (cut) => cut.half.length)} half transactions`
  )
for (const cut of full.filter(({ corrupt, lost, half }) => corrupt.length + lost.length + half.length > 0).slice(0, 5))
  console.error(`after record ${cut.at}: ${[...cut.corrupt, ...cut.lost, ...cut.half].slice(0, 5).join('; ')}`)
console.log(`${Math.round((Date.now() - startedAt) / 1000)} s`)
const isWhole = full.every(({ corrupt, lost, half }) => corrupt.length + lost.length + half.length === 0)
process.exitCode = isWhole && normal.some(({ lost }) => lost.length > 0) ? 0 : 1
