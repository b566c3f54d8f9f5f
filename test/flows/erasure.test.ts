import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let staff: ApiClient
let story: CrmStory

beforeAll(async () => {
  const policy = { ...OPEN_POLICY, contactRetentionDays: 100, requestExpiryDays: 30 }
  ;({ world, staff } = await startWithStaff({ POLICY_FILE: policyFile(policy) }))
  story = await CrmStory.start(world)
})
afterAll(() => world.stop())

describe('an erased client', () => {
  it('is gone from the app, the partner is told on the card and confirms that its copy is gone, too', async () => {
    const { id, externalId, itemId } = await story.reserved()
    const path = `/api/reservations/${id}/erasure-confirmation`
    expect((await story.agent.post(path)).expect(409).code).toBe('wrong_state')
    await world.staff.push({ externalId }, 'request.erased', world.clock.now())

    const own = await story.show(id)
    expect(own).toMatchObject({ contact: null, request: { state: 'erased', summary: '', description: '' } })
    expect(own.erasedAt).toBeDefined()
    expect(own.erasureConfirmedAt).toBeUndefined()
    await eventually('the note on the card', () =>
      story.portal.crm.timeline.of(1, itemId).some((entry) => entry.text.includes('asked to erase'))
    )

    const open = (await staff.get('/api/staff/erasures?confirmed=false')).expect(200)
    expect(open.items).toMatchObject([{ reservationId: id, partner: { code: story.partnerCode }, confirmedAt: null }])
    const confirmed = (await story.agent.post(path)).expect(200)
    expect(confirmed.erasureConfirmedAt).toBeDefined()
    expect(confirmed.history.at(-1)).toMatchObject({ kind: 'erasure_confirmed', cause: 'agent' })
    const again = (await story.agent.post(path)).expect(200)
    expect(again.erasureConfirmedAt).toBe(confirmed.erasureConfirmedAt)
    expect(again.history.filter((entry: { kind: string }) => entry.kind === 'erasure_confirmed')).toHaveLength(1)

    expect((await staff.get('/api/staff/erasures?confirmed=false')).expect(200).items).toEqual([])
    const done = (await staff.get('/api/staff/erasures?confirmed=true')).expect(200)
    expect(done.items).toMatchObject([{ reservationId: id, confirmedBy: { id: 2 } }])
    const told = (await staff.get(`/api/staff/requests/${own.requestId}`)).expect(200)
    expect(told).toMatchObject({ state: 'erased', erasedAt: own.erasedAt })
    expect(told.reservations[0].erasureConfirmedAt).toBe(confirmed.erasureConfirmedAt)
    expect(told.recipients).toHaveLength(1)
  })

  it('is nobody else’s to confirm', async () => {
    const other = await CrmStory.start(world)
    const { id, externalId } = await story.reserved()
    await world.staff.push({ externalId }, 'request.erased', world.clock.now())
    expect((await other.agent.post(`/api/reservations/${id}/erasure-confirmation`)).status).toBe(404)
  })
})

describe('a client whose request is closed for long', () => {
  it('is erased once nobody works for it any more', async () => {
    const idle = (await world.staff.push(aRequest(), 'request.created', world.clock.now())).body.id as string
    const { id: worked, itemId } = await story.reserved()
    await story.later({ days: 31 })
    await eventually('both are expired', async () => {
      const { requestId } = await story.show(worked)
      const rows = await world.app.ctx.db
        .selectFrom('request')
        .select('state')
        .where('id', 'in', [idle, requestId as string])
        .execute()
      return rows.every(({ state }) => state === 'expired')
    })
    await story.later({ days: 99 })
    await world.app.timers.run()
    expect(await world.app.ctx.vault.find(world.app.ctx.db, idle)).toBeDefined()
    await story.later({ days: 2 })
    await world.app.timers.run()
    await eventually('the erasure', async () => !(await world.app.ctx.vault.find(world.app.ctx.db, idle)))
    expect((await story.show(worked)).contact).not.toBeNull()

    await story.portal.openApp(1)
    await story.portal.moveTo(1, itemId, 'JUNK')
    await world.bitrix24.settled()
    await story.withOutcome(worked, 'lost')
    await story.later({ hours: 1 })
    await world.app.timers.run()
    await eventually('the erasure of the worked one', async () => (await story.show(worked)).contact === null)
    const entries = await world.app.ctx.db
      .selectFrom('audit_entry')
      .select('kind')
      .where('subjectId', '=', idle)
      .execute()
    expect(entries.map(({ kind }) => kind)).toEqual(['request.retention_ended', 'request.erased'])
  })
})
