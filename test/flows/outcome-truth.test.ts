import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { untilIdle } from '../faults/stage.ts'
import { TestWorld } from '../support/app.ts'
import { CrmStory, kindsOf, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const DEAL = 2

describe('outcomes end up equal to the CRM', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  it('the sweep finds what events did not tell, and says so', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    story.portal.events.drop(1)
    await story.portal.lose(LEAD, itemId)
    await story.later({ minutes: 16 })
    const lost = await story.withOutcome(id, 'lost')
    expect(lost.history.at(-1)).toMatchObject({ kind: 'outcome_changed', cause: 'sweep' })
  })

  it('the sweep of many reservations costs one call, or two when the names of stages are read anew', async () => {
    const story = await CrmStory.start(world)
    const MANY = 12
    for (let number = 0; number < MANY; number++) await story.reserved()
    await untilIdle(world)
    const { requests } = story.portal
    const [calls, looks] = [requests.of('batch').length, requests.of('crm.item.get').length]
    await story.later({ minutes: 16 })
    await eventually('the sweep', () => requests.of('crm.item.get').length >= looks + MANY)
    await untilIdle(world)
    expect(requests.of('crm.item.get').length).toBe(looks + MANY)
    expect(requests.of('batch').length - calls).toBeLessThanOrEqual(2)
  })

  it('events that come late, doubled and in any order end in what the CRM says', async () => {
    const story = await CrmStory.start(world)
    const taken = [await story.reserved(), await story.reserved(), await story.reserved()]
    story.portal.events.duplicate(3)
    story.portal.events.shuffle()
    story.portal.events.hold()
    for (const { itemId } of taken) {
      await story.portal.lose(LEAD, itemId)
      await story.portal.reopen(LEAD, itemId)
    }
    await story.portal.lose(LEAD, taken[0]!.itemId)
    const [dealId] = await story.converted(taken[1]!.itemId)
    await story.portal.lose(DEAL, dealId!)
    story.portal.events.release()
    await story.portal.settled()
    await story.withOutcome(taken[0]!.id, 'lost')
    await story.withOutcome(taken[1]!.id, 'lost')
    expect(await story.show(taken[2]!.id)).toMatchObject({ outcome: 'open' })
    const changes = kindsOf(await story.show(taken[0]!.id)).filter((kind) => kind === 'outcome_changed')
    expect(changes).toHaveLength(1)
  })

  it('trouble of the portal changes nothing, and is made up for', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    story.portal.faults.once({ kind: 'html200', method: 'crm.item.get' })
    story.portal.faults.once({ kind: 'missingBatchEntry', method: 'crm.item.get' })
    story.portal.faults.once({ kind: 'queryLimit503', method: 'crm.item.get' })
    await story.portal.lose(LEAD, itemId)
    for (const hits of [1, 2, 3]) {
      await eventually('the fault', () => story.portal.faults.hits() === hits)
      expect(await story.show(id)).toMatchObject({ outcome: 'open' })
      await story.later({ seconds: 40 })
    }
    await story.withOutcome(id, 'lost')
  })

  it('an item that the portal refuses to show stays as it was', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    story.portal.faults.always({ kind: 'accessDenied', method: 'crm.item.get' })
    await story.portal.lose(LEAD, itemId)
    await eventually('the refusal', () => story.portal.faults.hits() >= 1)
    await story.later({ minutes: 16 })
    await eventually('the refusal of the sweep', () => story.portal.faults.hits() >= 2)
    const own = await story.show(id)
    expect(own).toMatchObject({ outcome: 'open' })
    expect(kindsOf(own)).not.toContain('item_deleted')
    story.portal.faults.clear()
    await story.later({ minutes: 16 })
    await story.withOutcome(id, 'lost')
  })
})
