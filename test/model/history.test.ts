import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestWorld } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'
import { playHistories } from './play.ts'
import { Stage } from './stage.ts'

const { MODEL_SECONDS = '60', MODEL_SEED, MODEL_PATH } = process.env

let world: TestWorld

beforeAll(async () => {
  world = await Stage.world()
})
afterAll(() => world.stop())

it(
  'whatever happens in whatever order, the app ends where the model ends',
  async () => {
    const { histories, steps } = await playHistories(world, {
      seconds: Number(MODEL_SECONDS),
      ...(MODEL_SEED === undefined ? {} : { seed: Number(MODEL_SEED) }),
      ...(MODEL_PATH === undefined ? {} : { path: MODEL_PATH })
    })
    recordFigure(
      'R9',
      `model: ${histories} histories of ${Math.round(steps / histories)} steps on average, 0 violations`
    )
    expect(histories).toBeGreaterThan(5)
  },
  Number(MODEL_SECONDS) * 1000 + 240_000
)
