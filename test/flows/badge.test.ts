import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const DEAL = 2

describe('the badge on a card', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  const badgesOf = (story: CrmStory, itemId: number, entityTypeId = LEAD) =>
    story.portal.crm.activities.of(entityTypeId, itemId).filter(({ badgeCode }) => badgeCode !== null)
  const isShown = (story: CrmStory, itemId: number, entityTypeId = LEAD) =>
    badgesOf(story, itemId, entityTypeId).some(({ completed }) => !completed)

  it('is there while the client waits, leads into the app, and goes with the first contact', async () => {
    const story = await CrmStory.start(world, { lang: 'de' })
    expect(story.portal.badges.get('implementation_request_waits')).toEqual({
      ...{ code: 'implementation_request_waits', type: 'warning' },
      ...{ title: 'Implementierungsanfrage', value: 'Kunde wartet' }
    })
    const { id, itemId } = await story.reserved()
    await eventually('the badge', () => isShown(story, itemId))
    const [badge] = badgesOf(story, itemId)
    expect(badge).toMatchObject({
      ...{ badgeCode: 'implementation_request_waits', originId: id, responsibleId: 2 },
      layout: { footer: { buttons: { open: { action: { type: 'openRestApp', actionParams: { reservation: id } } } } } }
    })
    await story.later({ minutes: 5 })
    await story.portal.moveTo(LEAD, itemId, 'IN_PROCESS')
    await eventually('no badge', () => !isShown(story, itemId))
    expect(badgesOf(story, itemId)).toHaveLength(1)
  })

  it('goes when the request is withdrawn', async () => {
    const story = await CrmStory.start(world)
    const { externalId, itemId } = await story.reserved()
    await eventually('the badge', () => isShown(story, itemId))
    await world.staff.push({ externalId, reason: 'done' }, 'request.withdrawn', world.clock.now())
    await eventually('no badge', () => !isShown(story, itemId))
  })

  it('is put there once, although the answer was lost', async () => {
    const story = await CrmStory.start(world)
    story.portal.faults.once({ kind: 'resetAfter', method: 'crm.activity.configurable.add' })
    const { itemId } = await story.reserved()
    await eventually('the lost answer', () => story.portal.faults.hits() === 1)
    await story.later({ seconds: 62 })
    await eventually('the look-up', () => story.portal.requests.count('crm.activity.list') > 0)
    await story.portal.moveTo(LEAD, itemId, 'IN_PROCESS')
    await eventually('no badge', () => badgesOf(story, itemId).every(({ completed }) => completed))
    expect(badgesOf(story, itemId)).toHaveLength(1)
  })

  it('never holds up a delivery', async () => {
    const story = await CrmStory.start(world)
    story.portal.faults.always({ kind: 'accessDenied', method: 'crm.activity.configurable.add' })
    const { id, itemId } = await story.reserved()
    await eventually('the refusal', () => story.portal.faults.hits() > 0)
    expect((await story.show(id)).delivery).toMatchObject({ state: 'delivered', attempts: 1 })
    expect(badgesOf(story, itemId)).toEqual([])
  })

  it('does not count as somebody’s work on the card', async () => {
    const story = await CrmStory.start(world, { crmMode: 'simple' })
    const { id, itemId } = await story.reserved()
    await eventually('the badge', () => isShown(story, itemId, DEAL))
    await story.later({ hours: 73 })
    await story.portal.win(itemId)
    await story.withReview(id, 'no_activity')
  })
})
