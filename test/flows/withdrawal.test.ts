import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1

describe('a client that withdraws', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  const inWork = async (story: CrmStory): Promise<number> =>
    ((await story.agent.get('/api/me')).expect(200).limits as { inWork: { used: number } }).inWork.used

  it('takes the open reservations out of the count, and the partner is told why', async () => {
    const story = await CrmStory.start(world)
    const { id, externalId, itemId } = await story.reserved()
    expect(await inWork(story)).toBe(1)
    await world.staff.push({ externalId, reason: 'found somebody else' }, 'request.withdrawn', world.clock.now())

    const own = await story.withOutcome(id, 'void')
    expect(own).toMatchObject({ voidReason: 'withdrawn', request: { state: 'withdrawn' } })
    expect(own.history.at(-1)).toMatchObject({ kind: 'outcome_changed', cause: 'staff', detail: 'void' })
    expect(await inWork(story)).toBe(0)
    await eventually('the note on the card', () =>
      story.portal.crm.timeline.of(LEAD, itemId).some((entry) => entry.text.includes('withdrawn'))
    )
    expect((await story.rating()).conversion).toMatchObject({ won: 0, lost: 0 })
  })

  it('changes nothing about what the CRM has decided before', async () => {
    const story = await CrmStory.start(world)
    const { id, externalId, itemId } = await story.reserved()
    await story.portal.lose(LEAD, itemId)
    await story.withOutcome(id, 'lost')
    await world.staff.push({ externalId }, 'request.withdrawn', world.clock.now())
    await eventually('no job that waits', async () => {
      const jobs = await world.app.ctx.db
        .selectFrom('job')
        .select('kind')
        .where('kind', '=', 'reservation.void')
        .execute()
      return jobs.length === 0
    })
    expect((await story.show(id)).outcome).toBe('lost')
  })
})

describe('a message that could not be taken', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile({ ...OPEN_POLICY, contactRetentionDays: 100 }) })
  })
  afterAll(() => world.stop())

  it('is kept, with the contact sealed in it, no longer than a contact is', async () => {
    const refused = { externalId: 'form-kept', services: ['magic'] }
    expect((await world.staff.push(refused, 'request.created', world.clock.now())).status).toBe(422)
    const kept = () => world.app.ctx.db.selectFrom('intake_failure').select('externalId').execute()
    world.clock.advance({ days: 99 })
    await world.app.timers.run()
    expect(await kept()).toEqual([{ externalId: 'form-kept' }])
    world.clock.advance({ days: 2 })
    await world.app.timers.run()
    expect(await kept()).toEqual([])
  })
})
