import { expect } from 'vitest'
import { itemsOf } from '../faults/stage.ts'
import { outcomesOf, stateOf, type Model, type ModelRequest } from './model.ts'
import type { Stage } from './stage.ts'

/** Trouble ends, every portal has the app again, and time goes on until nothing is left to do. */
export async function settle(model: Model, stage: Stage): Promise<void> {
  for (const [partner, isInstalled] of model.installed.entries()) {
    const { portal } = stage.tenant(partner)
    portal.faults.clear()
    portal.events.calm()
    if (!isInstalled) await stage.reinstall(partner)
    await portal.openApp(1)
  }
  for (const { holders } of model.requests) for (const [partner, { id }] of holders) await stage.leadOf(partner, id)
  // Pauses after failures last an hour at most; wins count after 72 hours.
  for (const time of [{ minutes: 2 }, { hours: 2 }, { hours: 80 }, { minutes: 16 }, { minutes: 16 }]) {
    stage.world.clock.advance(time)
    await stage.world.app.timers.run()
    stage.world.clock.advance({ seconds: 1 })
    await stage.quiet()
  }
}

/** The store and the CRM against the model. */
export async function compare(model: Model, stage: Stage): Promise<void> {
  for (const request of model.requests) {
    const { outcomes, ...stored } = await storedOf(stage, request)
    expect(stored).toEqual(expectedOf(request, stage))
    for (const [partner, reservation] of request.holders) {
      const { id } = reservation
      expect(outcomesOf(reservation), `outcome of reservation ${id}`).toContain(outcomes.get(id))
      expect(itemsOf(stage.tenant(partner), id), `leads of reservation ${id}`).toBe(1)
    }
  }
}

function expectedOf(request: ModelRequest, stage: Stage) {
  const holders = [...request.holders].map(([partner, { id }]) => ({
    ...{ id, partnerCode: stage.tenant(partner).partnerCode, delivery: 'delivered' }
  }))
  return {
    ...{ state: stateOf(request, stage.now), users: request.users },
    ...{ maxPartners: request.max, freeSlots: request.max - request.holders.size },
    holders: sorted(holders, 'id'),
    seenBy: holders.map(({ partnerCode }) => partnerCode).sort()
  }
}

async function storedOf(stage: Stage, { id }: ModelRequest) {
  const { db } = stage.world.app.ctx
  const { state, users, maxPartners, freeSlots } = await stage.storedRequest(id)
  const reservations = await db
    .selectFrom('reservation')
    .innerJoin('delivery', 'delivery.reservationId', 'reservation.id')
    .select(['reservation.id', 'partnerCode', 'outcome', 'delivery.state as delivery'])
    .where('requestId', '=', id)
    .execute()
  const outcomes = new Map(reservations.map((row) => [row.id, row.outcome]))
  const holders = reservations.map(({ outcome: _, ...row }) => row)
  const reveals = await db
    .selectFrom('audit_entry')
    .select('partnerCode')
    .where('kind', '=', 'contact.revealed')
    .where('subjectId', '=', id)
    .execute()
  return {
    ...{ state, users, maxPartners, freeSlots, outcomes, holders: sorted(holders, 'id') },
    seenBy: reveals.map(({ partnerCode }) => partnerCode).sort()
  }
}

const sorted = <Row>(rows: Row[], by: keyof Row): Row[] => rows.sort((one, other) => (one[by] < other[by] ? -1 : 1))
