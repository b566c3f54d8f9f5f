import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestWorld } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'
import { LONGEST, playHistories } from './play.ts'
import { Stage } from './stage.ts'

const { MODEL_HISTORIES = '10', MODEL_SEED, MODEL_PATH } = process.env

let world: TestWorld

beforeAll(async () => {
  world = await Stage.world()
})
afterAll(() => world.stop())

it('whatever happens in whatever order, the app ends where the model ends', { timeout: 600_000 }, async () => {
  const wanted = Number(MODEL_HISTORIES)
  const histories = await playHistories(world, {
    histories: wanted,
    ...(MODEL_SEED === undefined ? {} : { seed: Number(MODEL_SEED) }),
    ...(MODEL_PATH === undefined ? {} : { path: MODEL_PATH })
  })
  recordFigure('R9', `model: ${histories} histories of up to ${LONGEST} commands, 0 violations`)
  expect(histories).toBe(wanted)
})
