import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { voidReservation } from '../../server/features/outcomes/void-reservation.ts'
import { confirmWin } from '../../server/features/outcomes/confirm-win.ts'
import type { ApiClient } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const DEAL = 2
const POLICY = {
  unlockMinutes: { standard: [0, 0, 0, 0] },
  levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 100, inWork: 100 }))
}

/* eslint-disable @typescript-eslint/no-explicit-any -- answers are looked into, not typed by our own contract */

describe('outcomes follow the CRM', () => {
  const folder = mkdtempSync(join(tmpdir(), 'outcomes-'))
  let world: TestWorld
  let tenant: Tenant
  let agent: ApiClient

  beforeAll(async () => {
    const file = join(folder, 'policy.json')
    writeFileSync(file, JSON.stringify(POLICY))
    world = await TestWorld.start({ POLICY_FILE: file })
  })
  afterAll(async () => {
    await world.stop()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    tenant = await world.addPartner()
    agent = tenant.agent
  })

  let phones = 0
  interface Taken {
    id: string
    externalId: string
    itemId: number
  }

  async function reserved(overrides: Record<string, unknown> = {}): Promise<Taken> {
    const phone = `+49302312${String(5000 + phones++)}`
    const contact = { ...(aRequest().contact as object), phone }
    const request = aRequest({ contact, ...overrides })
    const pushed = await world.staff.push(request, 'request.created', world.clock.now())
    const { reservation } = (await agent.reserve(pushed.body.id as string)).expect(201)
    const own = await reservationWith(reservation.id, 'its CRM stage', (one) => one.crm?.stageName)
    return { id: reservation.id, externalId: request.externalId as string, itemId: own.crm.id }
  }

  async function show(id: string): Promise<any> {
    return (await agent.get(`/api/reservations/${id}`)).expect(200)
  }

  const reservationWith = (id: string, what: string, check: (one: any) => unknown): Promise<any> =>
    eventually(what, async () => {
      const one = await show(id)
      return check(one) ? one : undefined
    })
  const withOutcome = (id: string, outcome: string): Promise<any> =>
    reservationWith(id, `outcome ${outcome}`, (one) => one.outcome === outcome)
  const withReview = (id: string, reason: string): Promise<any> =>
    reservationWith(id, `review: ${reason}`, (one) => {
      const last = one.history.filter((entry: any) => entry.kind === 'win_review').at(-1)
      return one.review === 'win_pending' && last?.detail === reason
    })
  const kinds = (one: any): string[] => one.history.map((entry: any) => entry.kind)

  /** Sessions live an hour. */
  async function later(time: Parameters<typeof world.clock.advance>[0]): Promise<void> {
    world.clock.advance(time)
    agent = await world.openAs(tenant.portal, 2)
  }

  async function worked(itemId: number, entityTypeId = LEAD): Promise<void> {
    await tenant.portal.addActivity(entityTypeId, itemId)
  }

  async function converted(itemId: number, deals = 1): Promise<number[]> {
    return (await tenant.portal.convertLead(itemId, { deals })).dealIds
  }

  async function rating(): Promise<any> {
    return (await agent.get('/api/rating')).expect(200)
  }

  it('a lead that fails is lost, with its cause, and reopened it is open again', async () => {
    const { id, itemId } = await reserved()
    await tenant.portal.lose(LEAD, itemId)
    const lost = await withOutcome(id, 'lost')
    expect(lost.closedAt).toBeDefined()
    expect(lost.crm).toMatchObject({ entityTypeId: LEAD, id: itemId, semantic: 'F', stageName: 'Junk lead' })
    expect(lost.history.find((entry: any) => entry.kind === 'outcome_changed')).toMatchObject({
      ...{ cause: 'event', detail: 'lost' }
    })
    await eventually('the rating', async () => (await rating()).conversion.lost === 1)

    await tenant.portal.reopen(LEAD, itemId)
    const open = await withOutcome(id, 'open')
    expect(open.closedAt).toBeUndefined()
    await eventually('the rating', async () => (await rating()).conversion.lost === 0)
  })

  it('a lead that is converted is followed to its deal, and won there after 72 hours', async () => {
    const { id, itemId } = await reserved()
    await worked(itemId)
    const [dealId] = await converted(itemId)
    const followed = await reservationWith(id, 'the deal', (one) => one.crm.entityTypeId === DEAL)
    expect(followed).toMatchObject({ outcome: 'open', crm: { id: dealId, semantic: 'P' } })
    expect(kinds(followed)).toContain('converted')

    await tenant.portal.win(dealId!)
    expect(await withReview(id, 'too_young')).toMatchObject({ outcome: 'open', crm: { semantic: 'S' } })
    await later({ hours: 71 })
    expect(await show(id)).toMatchObject({ outcome: 'open', review: 'win_pending' })
    await later({ hours: 1, minutes: 1 })
    const won = await withOutcome(id, 'won')
    expect(won.review).toBeUndefined()
    await eventually('the rating', async () => (await rating()).conversion.won === 1)
    expect(await rating()).toMatchObject({ o: expect.closeTo(1, 3), e: expect.closeTo(0.5, 3), matured: 1 })
  })

  it('several deals: one win is enough, and all of them have to be lost', async () => {
    const { id, itemId } = await reserved()
    await worked(itemId)
    const [first, second, third] = await converted(itemId, 3)
    await later({ hours: 80 })
    await tenant.portal.lose(DEAL, first!)
    await tenant.portal.lose(DEAL, second!)
    await reservationWith(id, 'the third deal', (one) => one.crm.id === third && one.outcome === 'open')
    await tenant.portal.lose(DEAL, third!)
    await withOutcome(id, 'lost')
    await tenant.portal.win(second!)
    expect(await withOutcome(id, 'won')).toMatchObject({ crm: { id: second } })
  })

  it('a deal that moves to another funnel is followed there', async () => {
    const { id, itemId } = await reserved()
    await worked(itemId)
    const funnelId = tenant.portal.addFunnel('Projects')
    const [dealId] = await converted(itemId)
    await tenant.portal.moveToFunnel(dealId!, funnelId, `C${funnelId}:PREPAYMENT_INVOICE`.slice(0, 21))
    await reservationWith(id, 'the stage', (one) => one.crm.stageName === 'Prepayment invoice')
    await tenant.portal.lose(DEAL, dealId!)
    expect(await withOutcome(id, 'lost')).toMatchObject({ crm: { id: dealId, semantic: 'F' } })
  })

  it('an item in the recycle bin stays open for 14 days; restored it goes on as if nothing was', async () => {
    const { id, itemId } = await reserved()
    await tenant.portal.deleteItem(LEAD, itemId)
    await reservationWith(id, 'the deletion', (one) => kinds(one).includes('item_deleted'))
    await later({ days: 13, hours: 23 })
    expect(await show(id)).toMatchObject({ outcome: 'open' })
    await tenant.portal.restoreItem(LEAD, itemId)
    await later({ minutes: 16 })
    await reservationWith(id, 'the restoration', (one) => kinds(one).includes('item_restored'))

    await tenant.portal.deleteItem(LEAD, itemId)
    await reservationWith(id, 'the second deletion', (one) => {
      return kinds(one).filter((kind) => kind === 'item_deleted').length === 2
    })
    await later({ days: 14, minutes: 1 })
    await withOutcome(id, 'lost')
  })

  it('an item that is restored under a new id is found by the key that the app gave it', async () => {
    const { id, itemId } = await reserved()
    await tenant.portal.deleteItem(LEAD, itemId)
    await reservationWith(id, 'the deletion', (one) => kinds(one).includes('item_deleted'))
    const newId = await tenant.portal.restoreItem(LEAD, itemId, { newId: true })
    await later({ minutes: 16 })
    expect(await reservationWith(id, 'the new lead', (one) => one.crm.id === newId)).toMatchObject({ outcome: 'open' })
    await tenant.portal.lose(LEAD, newId)
    await withOutcome(id, 'lost')
  })

  it('the sweep finds what events did not tell, and says so', async () => {
    const { id, itemId } = await reserved()
    tenant.portal.events.drop(1)
    await tenant.portal.lose(LEAD, itemId)
    await later({ minutes: 16 })
    const lost = await withOutcome(id, 'lost')
    expect(lost.history.at(-1)).toMatchObject({ kind: 'outcome_changed', cause: 'sweep' })
  })

  it('events that come late, doubled and in any order end in what the CRM says', async () => {
    const taken = [await reserved(), await reserved(), await reserved()]
    tenant.portal.events.duplicate(3)
    tenant.portal.events.shuffle()
    tenant.portal.events.hold()
    for (const { itemId } of taken) {
      await tenant.portal.lose(LEAD, itemId)
      await tenant.portal.reopen(LEAD, itemId)
    }
    await tenant.portal.lose(LEAD, taken[0]!.itemId)
    const [dealId] = await converted(taken[1]!.itemId)
    await tenant.portal.lose(DEAL, dealId!)
    tenant.portal.events.release()
    await tenant.portal.settled()
    await withOutcome(taken[0]!.id, 'lost')
    await withOutcome(taken[1]!.id, 'lost')
    expect(await show(taken[2]!.id)).toMatchObject({ outcome: 'open' })
    const changes = kinds(await show(taken[0]!.id)).filter((kind) => kind === 'outcome_changed')
    expect(changes).toHaveLength(1)
  })

  it('a win that nobody worked for waits for a purchase, and is taken back when that is reversed', async () => {
    const { id, externalId, itemId } = await simpleDeal()
    await tenant.portal.win(itemId)
    await withReview(id, 'too_young')
    await later({ hours: 73 })
    await withReview(id, 'no_activity')

    const sale = { externalId: `sale-${id}`, partnerCode: tenant.partnerCode, requestExternalId: externalId }
    const at = world.clock.now().toISOString()
    await world.staff.recordPurchase({ ...sale, at }, world.clock.now())
    expect((await withOutcome(id, 'won')).history.at(-1)).toMatchObject({ cause: 'purchase', detail: 'won' })
    await later({ minutes: 1 })
    await world.staff.recordPurchase({ ...sale, at, reversed: true }, world.clock.now())
    expect(await withReview(id, 'refuted')).toMatchObject({ outcome: 'open' })
  })

  it('a win that nobody worked for may be confirmed by staff', async () => {
    const { id, itemId } = await simpleDeal()
    await later({ hours: 73 })
    await tenant.portal.win(itemId)
    await withReview(id, 'no_activity')
    await confirmWin(world.app.ctx, { reservationId: id, by: 'Staff', reason: null })
    expect((await withOutcome(id, 'won')).history.at(-1)).toMatchObject({ cause: 'staff' })
  })

  it('a stage between the first and the last is activity enough', async () => {
    const { id, itemId } = await simpleDeal()
    await later({ hours: 73 })
    await tenant.portal.moveTo(DEAL, itemId, 'EXECUTING')
    await tenant.portal.win(itemId)
    await withOutcome(id, 'won')
  })

  async function simpleDeal(): Promise<Taken> {
    tenant = await world.addPartner({}, { crmMode: 'simple' })
    agent = tenant.agent
    return reserved()
  }

  it('a void reservation is not counted, whatever its CRM says', async () => {
    const { id, itemId } = await reserved()
    await tenant.portal.lose(LEAD, itemId)
    await withOutcome(id, 'lost')
    await voidReservation(world.app.ctx, { reservationId: id, reason: 'spam', by: 'Staff' })
    expect(await show(id)).toMatchObject({ outcome: 'void', voidReason: 'spam' })
    await eventually('the rating', async () => (await rating()).e === 0)
    await tenant.portal.reopen(LEAD, itemId)
    await tenant.portal.settled()
    await later({ minutes: 16 })
    expect(await show(id)).toMatchObject({ outcome: 'void' })
    expect(await rating()).toMatchObject({ o: 0, e: 0, score: 1, rating: 50, contributions: [] })
  })

  it('a reservation without progress matures, and progress makes it fresh again', async () => {
    const { id, itemId } = await reserved()
    const part = async () => (await rating()).contributions.find((one: any) => one.reservationId === id)
    expect(await part()).toMatchObject({ maturity: 0, weight: 1, expected: 0.5 })
    await later({ days: 30, minutes: 1 })
    expect(await part()).toMatchObject({ maturity: 0.5 })
    await tenant.portal.moveTo(LEAD, itemId, 'IN_PROCESS')
    await reservationWith(id, 'the stage', (one) => one.crm.stageName === 'In progress')
    expect(await part()).toMatchObject({ maturity: 0 })
    await later({ days: 90, minutes: 1 })
    expect(await part()).toMatchObject({ maturity: 1 })
    expect(await rating()).toMatchObject({ matured: 1, o: 0, e: 0.5 })
    await eventually('the stored rating', async () => {
      const row = await world.app.ctx.db
        .selectFrom('rating')
        .selectAll()
        .where('partnerCode', '=', tenant.partnerCode)
        .executeTakeFirst()
      return row?.matured === 1
    })
  })

  it('wins raise the level, and a higher level sees more', async () => {
    const taken: Taken[] = []
    for (let count = 0; count < 5; count++) taken.push(await reserved())
    for (const { itemId } of taken) {
      await worked(itemId)
      const [dealId] = await converted(itemId)
      await tenant.portal.win(dealId!)
    }
    await later({ hours: 73 })
    const plus = await world.staff.push(aRequest({ users: 30 }), 'request.created', world.clock.now())
    for (const { id } of taken) await withOutcome(id, 'won')
    await eventually('level 3', async () => (await rating()).level === 3)
    const shown = await rating()
    expect(shown).toMatchObject({ conversion: { won: 5, lost: 0, ratio: 1 }, matured: 5, next: { level: 4 } })
    expect(shown.e).toBeCloseTo(2.5, 2)
    expect(shown.series.at(-1)).toMatchObject({ rating: shown.rating, conversion: 1 })
    await later({ minutes: 31 })
    const request = (await agent.get(`/api/requests/${plus.body.id as string}`)).expect(200)
    expect(request).toMatchObject({ unlocked: true, valueClass: 'plus' })
    const beginner = await world.addPartner()
    const locked = (await beginner.agent.get(`/api/requests/${plus.body.id as string}`)).expect(200)
    expect(locked).toMatchObject({ unlocked: false })
  })

  it('trouble of the portal changes nothing, and is made up for', async () => {
    const { id, itemId } = await reserved()
    tenant.portal.faults.once({ kind: 'html200', method: 'crm.item.get' })
    tenant.portal.faults.once({ kind: 'missingBatchEntry', method: 'crm.item.get' })
    tenant.portal.faults.once({ kind: 'queryLimit503', method: 'crm.item.get' })
    await tenant.portal.lose(LEAD, itemId)
    for (const hits of [1, 2, 3]) {
      await eventually('the fault', () => tenant.portal.faults.hits() === hits)
      expect(await show(id)).toMatchObject({ outcome: 'open' })
      await later({ seconds: 40 })
    }
    await withOutcome(id, 'lost')
  })

  it('an item that the portal refuses to show stays as it was', async () => {
    const { id, itemId } = await reserved()
    tenant.portal.faults.always({ kind: 'accessDenied', method: 'crm.item.get' })
    await tenant.portal.lose(LEAD, itemId)
    await eventually('the refusal', () => tenant.portal.faults.hits() >= 1)
    await later({ minutes: 16 })
    await eventually('the refusal of the sweep', () => tenant.portal.faults.hits() >= 2)
    const own = await show(id)
    expect(own).toMatchObject({ outcome: 'open' })
    expect(kinds(own)).not.toContain('item_deleted')
    tenant.portal.faults.clear()
    await later({ minutes: 16 })
    await withOutcome(id, 'lost')
  })
})
