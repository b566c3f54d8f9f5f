import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generousPolicy, untilDelivery, untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { eventually } from '../support/wait.ts'

const WRITE = 'crm.timeline.comment.add'

describe('the note on the card of a withdrawn request', () => {
  let world: TestWorld
  let tenant: Tenant

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
    tenant = await world.addPartner()
  })
  afterAll(() => world.stop())

  async function reserve(): Promise<{ id: string; externalId: string }> {
    const request = aPushedRequest()
    const pushed = await world.staff.push(request, 'request.created', world.clock.now())
    const { reservation } = (await tenant.agent.reserve(pushed.body.id as string)).expect(201)
    return { id: reservation.id as string, externalId: String(request.externalId) }
  }

  const withdraw = (externalId: string) => world.staff.push({ externalId }, 'request.withdrawn', world.clock.now())
  const notesOn = (reservationId: string): number => {
    const { crm } = tenant.portal
    const lead = crm.list(1).find(({ originId }) => originId === reservationId)
    return lead ? crm.timeline.of(1, lead.id).filter(({ text }) => text.includes('withdrawn')).length : 0
  }

  async function delivered(): Promise<{ id: string; externalId: string }> {
    const reserved = await reserve()
    await untilDelivery(world, reserved.id, 'delivered')
    await untilIdle(world)
    return reserved
  }

  it.each(['resetBefore', 'resetAfter', 'error500After'] as const)('is there once after %s', async (kind) => {
    const { id, externalId } = await delivered()
    tenant.portal.faults.once({ kind, method: WRITE })
    await withdraw(externalId)
    await eventually('the fault', () => tenant.portal.faults.hits(kind) === 1)
    await untilIdle(world)
    world.clock.advance({ seconds: 62 })
    await eventually('the note', () => notesOn(id) > 0)
    await untilIdle(world)
    expect(notesOn(id)).toBe(1)
    tenant.portal.faults.clear()
  })

  it('waits for a portal that is away', async () => {
    const { id, externalId } = await delivered()
    tenant.portal.setPlan('unpaid')
    const before = tenant.portal.requests.httpCount
    await withdraw(externalId)
    await eventually('the refusal', () => tenant.portal.requests.httpCount > before)
    await untilIdle(world)
    expect(notesOn(id)).toBe(0)
    tenant.portal.setPlan('professional')
    tenant.portal.fire('ONAPPPAYMENT', { CODE: 'requests', STATUS: 'P' })
    await eventually('the note', () => notesOn(id) === 1)
    await untilIdle(world)
    expect(notesOn(id)).toBe(1)
  })

  it('waits for a card that is not there yet', async () => {
    tenant.portal.faults.always({ kind: 'plain503', method: 'crm.item.add' })
    const { id, externalId } = await reserve()
    await untilDelivery(world, id, 'retrying')
    await withdraw(externalId)
    await untilIdle(world)
    tenant.portal.faults.clear()
    world.clock.advance({ seconds: 62 })
    await untilDelivery(world, id, 'delivered')
    await eventually('the note', () => notesOn(id) === 1)
  })
})
