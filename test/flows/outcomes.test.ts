import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, kindsOf, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const DEAL = 2

describe('outcomes follow the CRM', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  it('a lead that fails is lost, with its cause, and reopened it is open again', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.portal.lose(LEAD, itemId)
    const lost = await story.withOutcome(id, 'lost')
    expect(lost.closedAt).toBeDefined()
    expect(lost.crm).toMatchObject({ entityTypeId: LEAD, id: itemId, semantic: 'F', stageName: 'Junk lead' })
    expect(lost.history.find((entry: any) => entry.kind === 'outcome_changed')).toMatchObject({
      ...{ cause: 'event', detail: 'lost' }
    })
    await eventually('the rating', async () => (await story.rating()).conversion.lost === 1)

    await story.portal.reopen(LEAD, itemId)
    const open = await story.withOutcome(id, 'open')
    expect(open.closedAt).toBeUndefined()
    await eventually('the rating', async () => (await story.rating()).conversion.lost === 0)
  })

  it('a lead that is converted is followed to its deal, and won there after 72 hours', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.worked(itemId)
    const [dealId] = await story.converted(itemId)
    const followed = await story.reservationWith(id, 'the deal', (one) => one.crm.entityTypeId === DEAL)
    expect(followed).toMatchObject({ outcome: 'open', crm: { id: dealId, semantic: 'P' } })
    expect(kindsOf(followed)).toContain('converted')

    await story.portal.win(dealId!)
    expect(await story.withReview(id, 'too_young')).toMatchObject({ outcome: 'open', crm: { semantic: 'S' } })
    await story.later({ hours: 71 })
    expect(await story.show(id)).toMatchObject({ outcome: 'open', review: 'win_pending' })
    await story.later({ hours: 1, minutes: 1 })
    const won = await story.withOutcome(id, 'won')
    expect(won.review).toBeUndefined()
    await eventually('the rating', async () => (await story.rating()).conversion.won === 1)
    expect(await story.rating()).toMatchObject({ o: expect.closeTo(1, 3), e: expect.closeTo(0.5, 3), matured: 1 })
  })

  it('several deals: one win is enough, and all of them have to be lost', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.worked(itemId)
    const [first, second, third] = await story.converted(itemId, 3)
    await story.later({ hours: 80 })
    await story.portal.lose(DEAL, first!)
    await story.portal.lose(DEAL, second!)
    await story.reservationWith(id, 'the third deal', (one) => one.crm.id === third && one.outcome === 'open')
    await story.portal.lose(DEAL, third!)
    await story.withOutcome(id, 'lost')
    await story.portal.win(second!)
    expect(await story.withOutcome(id, 'won')).toMatchObject({ crm: { id: second } })
  })

  it('a deal that moves to another funnel is followed there', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.worked(itemId)
    const funnelId = story.portal.addFunnel('Projects')
    const [dealId] = await story.converted(itemId)
    await story.portal.moveToFunnel(dealId!, funnelId, `C${funnelId}:PREPAYMENT_INVOICE`.slice(0, 21))
    await story.reservationWith(id, 'the stage', (one) => one.crm.stageName === 'Prepayment invoice')
    await story.portal.lose(DEAL, dealId!)
    expect(await story.withOutcome(id, 'lost')).toMatchObject({ crm: { id: dealId, semantic: 'F' } })
  })

  it('an item in the recycle bin stays open for 14 days; restored it goes on as if nothing was', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.portal.deleteItem(LEAD, itemId)
    await story.reservationWith(id, 'the deletion', (one) => kindsOf(one).includes('item_deleted'))
    await story.later({ days: 13, hours: 23 })
    expect(await story.show(id)).toMatchObject({ outcome: 'open' })
    await story.portal.restoreItem(LEAD, itemId)
    await story.later({ minutes: 16 })
    await story.reservationWith(id, 'the restoration', (one) => kindsOf(one).includes('item_restored'))

    await story.portal.deleteItem(LEAD, itemId)
    await story.reservationWith(id, 'the second deletion', (one) => {
      return kindsOf(one).filter((kind) => kind === 'item_deleted').length === 2
    })
    await story.later({ days: 14, minutes: 1 })
    const lost = await story.withOutcome(id, 'lost')
    expect(lost.history.at(-1)).toMatchObject({ kind: 'outcome_changed', detail: 'lost', cause: 'time' })
  })

  it('an item that is restored under a new id is found by the key that the app gave it', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.portal.deleteItem(LEAD, itemId)
    await story.reservationWith(id, 'the deletion', (one) => kindsOf(one).includes('item_deleted'))
    const newId = await story.portal.restoreItem(LEAD, itemId, { newId: true })
    await story.later({ minutes: 16 })
    expect(await story.reservationWith(id, 'the new lead', (one) => one.crm.id === newId)).toMatchObject({
      outcome: 'open'
    })
    await story.portal.lose(LEAD, newId)
    await story.withOutcome(id, 'lost')
  })
})
