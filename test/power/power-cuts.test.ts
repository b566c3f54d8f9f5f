import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { Random } from '../simulation/random.ts'
import { asNormal, cutPower, type Cut } from './cuts.ts'
import { Disk } from './disk.ts'
import { recordServer, type Recording } from './record.ts'

const CUTS = 300
const SEED = Number(process.env.POWER_SEED ?? Date.now() % 1_000_000)

describe('power cuts', () => {
  let recording: Recording

  beforeAll(async () => {
    recording = await recordServer({ webhooks: 600, reservations: 150, senders: 8 })
  })

  const troubled = (cuts: Cut[]): Cut[] =>
    cuts.filter(({ corrupt, lost, half }) => corrupt.length + lost.length + half.length > 0)

  it('are made from a log that tells all: replayed without a cut it is the database that the server left', () => {
    const disk = new Disk()
    for (const record of recording.records) disk.apply(record)
    const folder = mkdtempSync(join(tmpdir(), 'power-whole-'))
    const file = join(folder, 'app.sqlite')
    disk.cut(new Random(SEED), { share: 1, filler: 'zeros' }, file)
    expect(readFileSync(file).equals(recording.left)).toBe(true)
    rmSync(folder, { recursive: true })
  })

  it('lose nothing that was answered and leave nothing half done', () => {
    const cuts = cutPower(recording.records, recording.promised, { cuts: CUTS, seed: SEED })
    const trouble = troubled(cuts)
    const checked = cuts.reduce((sum, { promised }) => sum + promised, 0)
    recordFigure('R1', `power cuts: ${CUTS}, ${trouble.length} with trouble, ${checked} promises looked up`)
    expect(trouble, `the seed of the cuts: POWER_SEED=${SEED}`).toEqual([])
    expect(cuts.filter(({ promised }) => promised > 0).length).toBeGreaterThan(CUTS / 2)
  }, 180_000)

  it('would be seen to lose: the same log without the synchronisations that NORMAL leaves out', () => {
    const cuts = cutPower(asNormal(recording.records), recording.promised, { cuts: 60, seed: SEED })
    expect(cuts.flatMap(({ corrupt }) => corrupt)).toEqual([])
    const losing = cuts.filter(({ lost }) => lost.length > 0).length
    recordFigure('R1', `control with NORMAL: ${losing} of ${cuts.length} cuts lose`)
    expect(losing).toBeGreaterThan(0)
  }, 120_000)
})
