import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, kindsOf, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'

let world: TestWorld
let story: CrmStory

beforeAll(async () => {
  world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  story = await CrmStory.start(world)
})
afterAll(() => world.stop())

async function pushed(overrides: Record<string, unknown> = {}): Promise<{ id: string; externalId: string }> {
  const request = aRequest(overrides)
  const { body } = await world.staff.push(request, 'request.created', world.clock.now())
  return { id: body.id as string, externalId: request.externalId as string }
}

describe('a page that asks what became of the requests it shows', () => {
  it('is told of those still to be seen, and counts by its filters; what is gone is no error', async () => {
    const [open, withdrawn, erased] = [await pushed(), await pushed(), await pushed()]
    const elsewhere = await pushed({ location: { country: 'JP', city: 'Tokyo' } })
    await world.staff.push({ externalId: withdrawn.externalId }, 'request.withdrawn', world.clock.now())
    await world.staff.push({ externalId: erased.externalId }, 'request.erased', world.clock.now())

    const ids = [open, withdrawn, erased, elsewhere].map(({ id }) => id).join(',')
    const page = (await story.agent.get(`/api/requests?ids=${ids},unknown&services=telephony`)).expect(200)
    const states = Object.fromEntries(page.items.map((item: any) => [item.id, item.state]))
    expect(states).toEqual({ [open.id]: 'open', [withdrawn.id]: 'withdrawn' })
    expect(page.nextCursor).toBeNull()
    expect(page.counts.unlocked).toBe(0)
  })
})

describe('the history of a reservation', () => {
  it('says that the request was withdrawn, and that the client was erased', async () => {
    const { id, externalId } = await story.reserved()
    await world.staff.push({ externalId }, 'request.withdrawn', world.clock.now())
    await story.withOutcome(id, 'void')
    expect(kindsOf(await story.show(id))).toContain('withdrawn')
    await world.staff.push({ externalId }, 'request.erased', world.clock.now())
    const own = await story.show(id)
    expect(own.history.at(-1)).toMatchObject({ kind: 'erased', cause: 'staff' })
  })
})
