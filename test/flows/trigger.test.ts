import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const DEAL = 2

describe('the trigger “request reserved”', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  const runsOf = (story: CrmStory) =>
    story.portal.triggerRuns.map(({ code, entityTypeId, id }) => ({ code, entityTypeId, id }))

  it('is fired once for the new lead, or for the deal', async () => {
    for (const [crmMode, entityTypeId] of [
      ['classic', LEAD],
      ['simple', DEAL]
    ] as const) {
      const story = await CrmStory.start(world, { crmMode })
      expect(story.portal.triggers.get('request_reserved')).toBe('Request reserved')
      const { id, itemId } = await story.reserved()
      await eventually('the trigger', async () => runsOf(story).length > 0)
      expect(runsOf(story)).toEqual([{ code: 'request_reserved', entityTypeId, id: itemId }])
      expect((await story.show(id)).delivery).toMatchObject({ state: 'delivered', attempts: 1 })
    }
  })

  it('never fails a delivery', async () => {
    const story = await CrmStory.start(world)
    story.portal.faults.always({ kind: 'accessDenied', method: 'crm.automation.trigger.execute' })
    const { id } = await story.reserved()
    await story.reservationWith(id, 'delivered', (one) => one.delivery.state === 'delivered')
    await eventually('the refusal', async () => story.portal.faults.hits() > 0)
    expect((await story.show(id)).delivery).toMatchObject({ state: 'delivered', attempts: 1 })
    expect(runsOf(story)).toEqual([])
  })
})
