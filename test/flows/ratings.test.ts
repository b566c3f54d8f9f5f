import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voidReservation } from '../../server/features/outcomes/void-reservation.ts'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile, type Taken } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'
import { aRequest } from '../support/factories.ts'

const LEAD = 1

describe('the rating', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  it('a void reservation is not counted, whatever its CRM says', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    await story.portal.lose(LEAD, itemId)
    await story.withOutcome(id, 'lost')
    await voidReservation(story.world.app.ctx, { reservationId: id, reason: 'spam', by: 'Staff' })
    expect(await story.show(id)).toMatchObject({ outcome: 'void', voidReason: 'spam' })
    await eventually('the rating', async () => (await story.rating()).e === 0)
    await story.portal.reopen(LEAD, itemId)
    await story.portal.settled()
    await story.later({ minutes: 16 })
    expect(await story.show(id)).toMatchObject({ outcome: 'void' })
    expect(await story.rating()).toMatchObject({ o: 0, e: 0, score: 1, rating: 50, contributions: [] })
  })

  it('a reservation without progress matures, and progress makes it fresh again', async () => {
    const story = await CrmStory.start(world)
    const { id, itemId } = await story.reserved()
    const part = async () => (await story.rating()).contributions.find((one: any) => one.reservationId === id)
    expect(await part()).toMatchObject({ maturity: 0, weight: 1, expected: 0.5 })
    await story.later({ days: 30, minutes: 1 })
    expect(await part()).toMatchObject({ maturity: 0.5 })
    await story.portal.moveTo(LEAD, itemId, 'IN_PROCESS')
    await story.reservationWith(id, 'the stage', (one) => one.crm.stageName === 'In progress')
    expect(await part()).toMatchObject({ maturity: 0 })
    await story.later({ days: 90, minutes: 1 })
    expect(await part()).toMatchObject({ maturity: 1 })
    expect(await story.rating()).toMatchObject({ matured: 1, o: 0, e: 0.5 })
    await eventually('the stored rating', async () => {
      const row = await story.world.app.ctx.db
        .selectFrom('rating')
        .selectAll()
        .where('partnerCode', '=', story.partnerCode)
        .executeTakeFirst()
      return row?.matured === 1
    })
  })

  it('wins raise the level, and a higher level sees more', async () => {
    const story = await CrmStory.start(world)
    const taken: Taken[] = []
    for (let count = 0; count < 5; count++) taken.push(await story.reserved())
    for (const { itemId } of taken) {
      await story.worked(itemId)
      const [dealId] = await story.converted(itemId)
      await story.portal.win(dealId!)
    }
    await story.later({ hours: 73 })
    const plus = await story.world.staff.push(aRequest({ users: 30 }), 'request.created', story.world.clock.now())
    for (const { id } of taken) await story.withOutcome(id, 'won')
    await eventually('level 3', async () => (await story.rating()).level === 3)
    const shown = await story.rating()
    expect(shown).toMatchObject({ conversion: { won: 5, lost: 0, ratio: 1 }, matured: 5, next: { level: 4 } })
    expect(shown.e).toBeCloseTo(2.5, 2)
    expect(shown.series.at(-1)).toMatchObject({ rating: shown.rating, conversion: 1 })
    await story.later({ minutes: 31 })
    const request = (await story.agent.get(`/api/requests/${plus.body.id as string}`)).expect(200)
    expect(request).toMatchObject({ unlocked: true, valueClass: 'plus' })
    const beginner = await story.world.addPartner()
    const locked = (await beginner.agent.get(`/api/requests/${plus.body.id as string}`)).expect(200)
    expect(locked).toMatchObject({ unlocked: false })
  })
})
