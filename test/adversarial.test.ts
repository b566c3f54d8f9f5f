import { describe, expect, it } from 'vitest'
import { scrub } from '../server/scrubbing/scrub.ts'
import { recordFigure } from './support/figure.ts'
import { adversarialTexts, type AdversarialText } from './corpus/adversarial.ts'

interface Tally {
  secrets: number
  gone: number
  cuts: number
  right: number
}

const texts = adversarialTexts()
const tallies = new Map<string, Tally>()
const faults: string[] = []

function count(key: string, changes: Partial<Tally>): void {
  const tally = tallies.get(key) ?? { secrets: 0, gone: 0, cuts: 0, right: 0 }
  for (const [name, by] of Object.entries(changes) as [keyof Tally, number][]) tally[name] += by
  tallies.set(key, tally)
}

/** No letter and digit of it is left, or a person has to look at it before anybody sees it. */
function judge({ text, client, country, secrets, kind, file }: AdversarialText): void {
  const { cuts, doubts, text: left } = scrub(text, client, { country })
  const spots = [...cuts, ...doubts.map((doubt) => ({ ...doubt, from: 0, to: 0, isHeld: true }))]
  const tell = (what: string) =>
    faults.push(`${file} ${kind} ${what}: ${JSON.stringify(text)} → ${JSON.stringify(left)}`)
  const isHeld = doubts.length > 0
  for (const { from, to } of secrets) {
    const isGone =
      isHeld ||
      [...text.slice(from, to).matchAll(/[\p{L}\p{N}]/gu)].every(({ index }) =>
        cuts.some((cut) => cut.from <= from + index && from + index < cut.to)
      )
    for (const key of ['all', kind, file]) count(key, { secrets: 1, gone: isGone ? 1 : 0 })
    if (!isGone) tell(`missed ${text.slice(from, to)}`)
  }
  for (const spot of spots) {
    const isRight =
      'isHeld' in spot ? secrets.length > 0 : secrets.some(({ from, to }) => from < spot.to && spot.from < to)
    for (const key of ['all', kind, file]) count(key, { cuts: 1, right: isRight ? 1 : 0 })
    if (!isRight)
      tell(`${'isHeld' in spot ? 'held' : 'cut'} for nothing as ${spot.kind} ${text.slice(spot.from, spot.to)}`)
  }
}

texts.forEach(judge)
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const percent = (part: number, whole: number) => `${(100 * share(part, whole)).toFixed(2).padStart(6)} %`

describe('texts written to get past the scrubbing', () => {
  it('are many', () => {
    expect(texts.filter(({ kind }) => kind !== 'innocent').length).toBeGreaterThanOrEqual(400)
    expect(texts.filter(({ kind }) => kind === 'innocent').length).toBeGreaterThanOrEqual(300)
  })

  it('give nothing away, and innocent ones stay whole', () => {
    const rows = [...tallies].map(
      ([key, { secrets, gone, cuts, right }]) =>
        `${key.padEnd(16)} ${String(secrets).padStart(4)} secrets  recall ${percent(gone, secrets)}  precision ${percent(right, cuts)}`
    )
    console.log([...rows, ...faults.slice(0, Number(process.env.CORPUS_MISSES ?? 20))].join('\n'))
    const all = tallies.get('all')!
    recordFigure(
      'R19',
      `${texts.length} adversarial texts: recall ${percent(all.gone, all.secrets).trim()}, precision ${percent(all.right, all.cuts).trim()}`
    )
    expect(share(all.gone, all.secrets)).toBeGreaterThanOrEqual(0.995)
    expect(share(all.right, all.cuts)).toBeGreaterThanOrEqual(0.98)
  })
})
