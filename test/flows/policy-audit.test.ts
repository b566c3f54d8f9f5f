import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestWorld } from '../support/app.ts'
import { policyFile } from '../support/crm-story.ts'
import { startWithStaff } from '../support/staff-portal.ts'

const file = policyFile({ partnersPerRequest: 3, changeReason: 'fewer offers a client' })
let world: TestWorld

beforeAll(async () => {
  ;({ world } = await startWithStaff({ POLICY_FILE: file }))
})
afterAll(() => world.stop())

const entries = () =>
  world.app.ctx.db
    .selectFrom('audit_entry')
    .select('reason')
    .where('kind', '=', 'policy.changed')
    .orderBy('seq')
    .execute()

it('a changed policy stands in the audit log with its values and reason, once for each change', async () => {
  expect(await entries()).toEqual([{ reason: 'partnersPerRequest: 3 – fewer offers a client' }])
  await world.restart()
  expect(await entries()).toHaveLength(1)
  await world.restart(() => {
    writeFileSync(file, JSON.stringify({ partnersPerRequest: 3, rating: { prior: 5 }, changeReason: 'calmer ratings' }))
    return Promise.resolve()
  })
  expect((await entries()).at(-1)).toEqual({ reason: 'partnersPerRequest: 3; rating.prior: 5 – calmer ratings' })
  await world.restart(() => Promise.resolve(writeFileSync(file, '{}')))
  expect((await entries()).at(-1)).toEqual({ reason: 'defaults' })
  expect(await entries()).toHaveLength(3)
})
