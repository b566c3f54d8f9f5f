import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1

describe('views of the rating', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  const lose = async (story: CrmStory) => {
    const { id, itemId } = await story.reserved()
    await story.portal.lose(LEAD, itemId)
    await story.withOutcome(id, 'lost')
    return id
  }

  it('a projection is what the evaluation then says', async () => {
    const story = await CrmStory.start(world)
    const first = await story.reserved()
    const second = await story.reserved()
    const whatIf = async (won: string[], lost: string[]) =>
      (await story.agent.post('/api/rating/what-if', { won, lost })).expect(200)
    const before = await story.rating()
    expect(await whatIf([], [])).toMatchObject({ rating: before.rating, level: before.level, matured: 0 })
    const projected = await whatIf([], [first.id, second.id])
    expect(projected.rating).toBeLessThan(before.rating)
    for (const { id, itemId } of [first, second]) {
      await story.portal.lose(LEAD, itemId)
      await story.withOutcome(id, 'lost')
    }
    const after = await story.rating()
    expect(after).toMatchObject({
      rating: projected.rating,
      level: projected.level,
      matured: 2,
      conversion: projected.conversion
    })
    expect(after.low).toBeCloseTo(projected.low, 4)
    expect(await story.rating()).toMatchObject({ conversion: { lost: 2 } })
  })

  it('projects open reservations of the own partner only', async () => {
    const story = await CrmStory.start(world)
    const other = await CrmStory.start(world)
    const { id } = await story.reserved()
    const refused = async (client: CrmStory, body: unknown) => {
      const answer = await client.agent.post('/api/rating/what-if', body)
      return answer.status === 422 || answer.status === 400
    }
    expect(await refused(other, { won: [id] })).toBe(true)
    expect(await refused(story, { won: [id], lost: [id] })).toBe(true)
    expect(await refused(story, { won: [await lose(story)] })).toBe(true)
  })

  it('tells what became of the reservations of each month', async () => {
    const story = await CrmStory.start(world)
    await lose(story)
    await story.reserved()
    const { months } = (await story.agent.get('/api/rating/months')).expect(200)
    const sum = (key: string) => months.reduce((total: number, month: any) => total + month[key], 0)
    expect([sum('won'), sum('lost'), sum('open')]).toEqual([0, 1, 1])
    expect(months.find((month: any) => month.lost === 1).closeDays).toBeGreaterThanOrEqual(0)
  })

  it('compares with at least five others, and never names them', async () => {
    const tenant = await world.addPartner({ homeCountry: 'IS' })
    const peers = async () => (await tenant.agent.get('/api/rating/comparison')).expect(200)
    const add = async (value: number) => {
      const partner = await world.addPartner({ homeCountry: 'IS' })
      const { db } = world.app.ctx
      const stored = db.selectFrom('rating').select('level').where('partnerCode', '=', partner.partnerCode)
      await eventually('the first rating', () => stored.executeTakeFirst())
      await db
        .updateTable('rating')
        .set({ rating: value, matured: 1, won: 1, lost: 1, dueAt: '9999' })
        .where('partnerCode', '=', partner.partnerCode)
        .execute()
    }
    for (const value of [40, 45, 50, 55]) await add(value)
    expect(await peers()).toMatchObject({ scope: 'all' })
    await add(60)
    const shown = await eventually('five peers', async () => {
      const answer = await peers()
      return answer.scope === 'country' ? answer : undefined
    })
    expect(shown).toEqual({
      scope: 'country',
      partners: 5,
      rating: { own: 50, quartiles: [45, 50, 55] },
      conversion: { own: null, quartiles: [0.5, 0.5, 0.5] }
    })
  })
})
