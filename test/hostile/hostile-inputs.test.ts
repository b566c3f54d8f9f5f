import { expect, it } from 'vitest'
import { recordFigure } from '../support/figure.ts'
import { attack } from './attack.ts'

const INPUTS = 3000

it('of thousands of forged, torn and strange webhooks none is accepted that must not be, and none breaks the server', async () => {
  const seed = Math.floor(Math.random() * 1e6)
  const { wronglyAccepted, failed, growth, isAlive, statuses } = await attack(INPUTS, seed)
  const what = `${INPUTS} hostile webhooks, ${wronglyAccepted.length} accepted wrongly, ${failed.length} 5xx, ${growth.used.toFixed(0)} MiB more memory in use`
  recordFigure('R13', `${what} (seed ${seed})`)
  expect({ seed, wronglyAccepted, failed }).toEqual({ seed, wronglyAccepted: [], failed: [] })
  expect(isAlive).toBe(true)
  expect(statuses[401]).toBeGreaterThan(INPUTS / 10)
}, 180_000)
