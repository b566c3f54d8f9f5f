import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let staff: ApiClient
let story: CrmStory

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff({ POLICY_FILE: policyFile(OPEN_POLICY) }))
  story = await CrmStory.start(world, { crmMode: 'simple' })
})
afterAll(() => world.stop())

async function later(time: Parameters<CrmStory['later']>[0]): Promise<void> {
  await story.later(time)
  staff = await world.openAs(staff.portal, 2)
}

async function disputed(reason: string): Promise<{ id: string; disputeId: string }> {
  const { id } = await story.reserved()
  const comment = 'nobody answers'
  const dispute = (await story.agent.post(`/api/reservations/${id}/dispute`, { reason, comment })).expect(201)
  return { id, disputeId: dispute.id }
}

describe('a dispute', () => {
  it('that staff uphold voids the reservation, and the partner reads why', async () => {
    const { id, disputeId } = await disputed('spam')
    const { items } = (await staff.get('/api/staff/disputes')).expect(200)
    expect(items).toMatchObject([
      { id: disputeId, reason: 'spam', comment: 'nobody answers', reservation: { id, outcome: 'open' } }
    ])
    const path = `/api/staff/disputes/${disputeId}/decision`
    expect((await staff.post(path, { decision: 'upheld', reason: '' })).status).toBe(422)
    expect((await story.agent.post(path, { decision: 'upheld', reason: 'mine' })).status).toBe(403)
    const decided = (await staff.post(path, { decision: 'upheld', reason: 'It was advertising.' })).expect(200)
    expect(decided).toMatchObject({ state: 'upheld', reservation: { outcome: 'void' } })
    const own = await story.withOutcome(id, 'void')
    expect(own).toMatchObject({
      voidReason: 'spam',
      dispute: { state: 'upheld', decision: 'It was advertising.' }
    })
    expect((await staff.post(path, { decision: 'rejected', reason: 'no' })).expect(409).code).toBe('wrong_state')
    const { reservations } = (await staff.get(`/api/staff/requests/${own.requestId}`)).expect(200)
    expect(reservations[0]).toMatchObject({ outcome: 'void', dispute: { state: 'upheld' } })
  })

  it('that staff reject leaves the reservation as it is', async () => {
    const { id, disputeId } = await disputed('wrong_service')
    const path = `/api/staff/disputes/${disputeId}/decision`
    ;(await staff.post(path, { decision: 'rejected', reason: 'The client confirmed the service.' })).expect(200)
    const own = await story.show(id)
    expect(own).toMatchObject({ outcome: 'open', dispute: { state: 'rejected' } })
    expect(own.history.at(-1)).toMatchObject({ kind: 'dispute_rejected', cause: 'staff' })
    expect((await staff.get('/api/staff/disputes')).expect(200).items).toEqual([])
    expect((await staff.get('/api/staff/disputes?state=rejected')).expect(200).items).toHaveLength(1)
  })
})

describe('a reservation', () => {
  it('may be voided without a dispute', async () => {
    const { id } = await story.reserved()
    const voided = (await staff.post(`/api/staff/reservations/${id}/void`, { reason: 'a test of ours' })).expect(200)
    expect(voided).toMatchObject({ outcome: 'void' })
    expect(await story.show(id)).toMatchObject({ outcome: 'void', voidReason: 'a test of ours' })
    expect((await staff.post(`/api/staff/reservations/${id}/void`, { reason: 'again' })).status).toBe(409)
    const { items } = (await staff.get('/api/staff/audit?kind=reservation.voided')).expect(200)
    expect(items).toMatchObject([{ reason: 'a test of ours', partnerCode: story.partnerCode }])
  })
})

describe('a pending win', () => {
  it('counts when staff vouch for it, and not when they refuse it', async () => {
    const [good, bad] = [await story.reserved(), await story.reserved()]
    await later({ hours: 73 })
    for (const { id, itemId } of [good, bad]) {
      await story.portal.win(itemId)
      await story.withReview(id, 'no_activity')
    }
    const pending = (await staff.get('/api/staff/pending-wins?limit=1')).expect(200)
    expect(pending.items).toMatchObject([{ id: good.id, doubt: 'no_activity', review: 'win_pending' }])
    const next = (await staff.get(`/api/staff/pending-wins?cursor=${pending.nextCursor}`)).expect(200)
    expect(next).toMatchObject({ items: [{ id: bad.id }], nextCursor: null })

    const decide = (id: string, decision: string) =>
      staff.post(`/api/staff/reservations/${id}/win`, { decision, reason: 'seen in the client’s portal' })
    ;(await decide(good.id, 'confirm')).expect(202)
    ;(await decide(bad.id, 'refuse')).expect(202)
    expect((await story.withOutcome(good.id, 'won')).history.at(-1)).toMatchObject({ cause: 'staff' })
    expect(await story.withReview(bad.id, 'refuted')).toMatchObject({ outcome: 'open' })
    await eventually('an empty list', async () => (await staff.get('/api/staff/pending-wins')).body.items.length === 0)
    expect((await decide(good.id, 'confirm')).status).toBe(409)
  })

  it('that was refused counts after all once a sale is on record', async () => {
    const { id, externalId, itemId } = await story.reserved()
    await later({ hours: 73 })
    await story.portal.win(itemId)
    await story.withReview(id, 'no_activity')
    ;(await staff.post(`/api/staff/reservations/${id}/win`, { decision: 'refuse', reason: 'no sale' })).expect(202)
    await story.withReview(id, 'refuted')
    const sale = { externalId: `sale-${id}`, partnerCode: story.partnerCode, requestExternalId: externalId }
    const now = world.clock.now()
    await world.staff.recordPurchase({ ...sale, at: now.toISOString() }, now)
    await story.withOutcome(id, 'won')
  })

  it('that was counted is open again when staff refuse it', async () => {
    const { id, itemId } = await story.reserved()
    await later({ hours: 73 })
    await story.worked(itemId, 2)
    await story.portal.win(itemId)
    await story.withOutcome(id, 'won')
    ;(await staff.post(`/api/staff/reservations/${id}/win`, { decision: 'refuse', reason: 'own portal' })).expect(202)
    const own = await story.withOutcome(id, 'open')
    expect(own.history.find((entry: { detail: string }) => entry.detail === 'refuted')).toBeDefined()
    expect(own.history.at(-1)).toMatchObject({ kind: 'outcome_changed', detail: 'open', cause: 'staff' })
  })
})
