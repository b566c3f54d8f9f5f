import { beforeAll, describe, expect, it } from 'vitest'
import type { Db, Trx } from '../../server/db/database.ts'
import type { ReservationTable } from '../../server/db/tables/reservation.ts'
import { transact } from '../../server/db/transaction.ts'
import * as deliveries from '../../server/features/deliveries/repository.ts'
import * as installation from '../../server/features/installation/repository.ts'
import * as outcomes from '../../server/features/outcomes/repository.ts'
import { insertDelivery } from '../../server/features/reservations/repository.ts'
import { CRM_CONTACT, CRM_DEAL, CRM_LEAD } from '../../shared/codes.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { at, daysAgo, eventRow, insert, NOW } from '../support/rows.ts'

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })
  const within = <Result>(work: (trx: Trx) => Promise<Result>) => transact(db, work)

  /** A reservation of a portal with its delivery and, when numbered, its lead. */
  async function reserved(memberId: string, more: Partial<ReservationTable> = {}, leadId?: number) {
    const { code } = await insert.partner(db)
    const request = await insert.request(db)
    const row = await insert.reservation(db, { requestId: request.id, partnerCode: code, memberId, ...more })
    await within((trx) => insertDelivery(trx, row.id, memberId, NOW))
    if (leadId !== undefined)
      await within((trx) =>
        deliveries.attachItem(trx, { memberId, entityTypeId: CRM_LEAD, entityId: leadId, reservationId: row.id })
      )
    return row
  }

  describe('what a portal’s sweep follows', () => {
    it('are its delivered reservations that are open or closed of late, with their leads and deals', async () => {
      const open = await reserved('follow', {}, 1)
      await within((trx) => outcomes.insertCrmItem(trx, open, { entityTypeId: CRM_DEAL, entityId: 5 }))
      await within((trx) => outcomes.insertCrmItem(trx, open, { entityTypeId: CRM_CONTACT, entityId: 6 }))
      await within((trx) => outcomes.insertCrmItem(trx, open, { entityTypeId: CRM_DEAL, entityId: 5 }))
      const late = await reserved('follow', { outcome: 'won', closedAt: daysAgo(1) }, 2)
      await reserved('follow', { outcome: 'lost', closedAt: daysAgo(99) }, 3)
      await reserved('follow', { outcome: 'void', closedAt: daysAgo(1) }, 4)
      await reserved('follow')
      await reserved('another', {}, 1)
      const followed = await outcomes.listFollowed(db, 'follow', daysAgo(30))
      expect(followed.map(({ row, items }) => [row.id, items.map((item) => item.entityId)]).sort()).toEqual(
        [
          [open.id, [1, 5]],
          [late.id, [2]]
        ].sort()
      )
      await within((trx) => outcomes.deleteCrmItem(trx, open, { entityTypeId: CRM_DEAL, entityId: 5 }))
      const [again] = (await outcomes.listFollowed(db, 'follow', daysAgo(30))).filter(({ row }) => row.id === open.id)
      expect(again!.items.map((item) => item.entityId)).toEqual([1])
    })

    it('begin for an installed portal that has something to follow and no plan', async () => {
      const store = await open()
      const { code } = await insert.partner(store)
      for (const [memberId, more] of [
        ['plan', {}],
        ['planned', { nextSweepAt: NOW }],
        ['gone', { status: 'uninstalled' }]
      ] as const) {
        await insert.portal(store, { memberId, ...more })
        const { id } = await insert.request(store)
        await insert.reservation(store, { requestId: id, partnerCode: code, memberId })
      }
      await insert.portal(store, { memberId: 'idle' })
      expect(await outcomes.listUnplannedSweeps(store, daysAgo(30), 10)).toEqual(['plan'])
    })
  })

  describe('an event of a CRM', () => {
    it('concerns a known item, or a deal where a lead may have become one, in this portal only', async () => {
      await reserved('events', {}, 7)
      const concerns = (memberId: string, entityTypeId: number, entityId: number) =>
        outcomes.mayConcern(db, memberId, { entityTypeId, entityId })
      expect(await concerns('events', CRM_LEAD, 7)).toBe(true)
      expect(await concerns('events', CRM_LEAD, 8)).toBe(false)
      expect(await concerns('events', CRM_DEAL, 8)).toBe(true)
      expect(await concerns('stranger', CRM_LEAD, 7)).toBe(false)
      expect(await concerns('stranger', CRM_DEAL, 8)).toBe(false)
    })
  })

  describe('a proof', () => {
    it('wins once, for the first of two that claim it at once', async () => {
      const [one, two] = [await reserved('proofs'), await reserved('proofs')]
      const other = await alsoOpen(db)
      const claim = (store: Db, id: string) =>
        transact(store, (trx) =>
          outcomes.claimProof(trx, { proofHash: 'licence', sealedProof: null, reservationId: id })
        )
      const owners = await Promise.all([claim(db, one.id), claim(other, two.id), claim(db, two.id)])
      expect(new Set(owners).size).toBe(1)
      expect(await outcomes.findProofOwner(db, 'licence')).toBe(owners[0])
      expect(await outcomes.findProofOwner(db, 'unknown')).toBeUndefined()
    })
  })

  describe('sales', () => {
    it('count for the partner’s own request or proof', async () => {
      const row = await reserved('sales')
      const request = await db
        .selectFrom('request')
        .selectAll()
        .where('id', '=', row.requestId)
        .executeTakeFirstOrThrow()
      const sale = (externalId: string, more: object) => ({
        ...{
          externalId,
          partnerCode: row.partnerCode,
          requestExternalId: null,
          proofHash: null,
          sealedProof: null,
          amount: null
        },
        ...{ currency: null, at: NOW, isReversed: 0, receivedAt: NOW, pushedAt: NOW, ...more }
      })
      const sales = [
        sale('by-request', { requestExternalId: request.externalId }),
        sale('by-proof', { proofHash: 'proof', isReversed: 1 }),
        sale('neither', { requestExternalId: 'other' }),
        sale('another’s', { partnerCode: 'another', requestExternalId: request.externalId })
      ]
      await db.insertInto('purchase').values(sales).execute()
      expect(await outcomes.listSales(db, row, null)).toHaveLength(1)
      expect((await outcomes.listSales(db, row, 'proof')).map((one) => one.isReversed).sort()).toEqual([0, 1])
    })
  })

  describe('reviews', () => {
    it('are due at their time and cleared for one portal', async () => {
      const store = db
      await reserved('review-a', { reviewAt: at(-1) })
      await reserved('review-a', { reviewAt: at(-2) })
      await reserved('review-b', { reviewAt: at(-1) })
      await reserved('review-c', { reviewAt: at(1) })
      const due = async () => (await outcomes.listPortalsToReview(store, NOW)).sort()
      expect(await due()).toEqual(['review-a', 'review-b'])
      await within((trx) => outcomes.clearReviews(trx, 'review-a', NOW))
      expect(await due()).toEqual(['review-b'])
    })
  })

  describe('competitors and history', () => {
    it('leave void reservations out', async () => {
      const request = await insert.request(db)
      for (const [slot, outcome] of (['open', 'lost', 'void'] as const).entries()) {
        const { code } = await insert.partner(db)
        await insert.reservation(db, { requestId: request.id, partnerCode: code, slot: slot + 1, outcome })
      }
      expect(await within((trx) => outcomes.countReservers(trx, request.id))).toBe(2)
    })

    it('tell the last entry of a kind', async () => {
      const { id } = await reserved('history')
      for (const [index, detail] of ['one', 'two'].entries())
        await within((trx) =>
          outcomes.insertHistory(trx, {
            ...{
              id: `${id}-${index}`,
              reservationId: id,
              at: at(index),
              kind: 'stage_moved',
              cause: 'event',
              by: null,
              detail
            }
          })
        )
      expect(await outcomes.findLastEntry(db, id, 'stage_moved')).toEqual({ at: at(1), detail: 'two' })
      expect(await outcomes.findLastEntry(db, id, 'converted')).toBeUndefined()
    })
  })

  describe('deliveries', () => {
    it('that wait for a portal are found by it, and a partner finds only its own', async () => {
      const parked = await reserved('park')
      const retrying = await reserved('park')
      const done = await reserved('park')
      const foreign = await reserved('elsewhere')
      for (const [row, state] of [
        [parked, 'parked'],
        [retrying, 'retrying'],
        [done, 'delivered'],
        [foreign, 'parked']
      ] as const)
        await deliveries.updateDelivery(db, row.id, { state })
      expect((await deliveries.listParked(db, 'park')).sort()).toEqual([parked.id, retrying.id].sort())
      expect(await deliveries.findOwn(db, parked.partnerCode, parked.id)).toMatchObject({
        delivery: { state: 'parked' }
      })
      expect(await deliveries.findOwn(db, foreign.partnerCode, parked.id)).toBeUndefined()
    })

    it('tie an item to its reservation once: what it has become since then stays', async () => {
      const row = await reserved('tie')
      const item = { memberId: 'tie', entityTypeId: CRM_LEAD, entityId: 77, reservationId: row.id }
      await within((trx) => deliveries.attachItem(trx, item))
      await within((trx) => deliveries.attachItem(trx, item))
      const tied = async () => (await deliveries.findDelivery(db, row.id))!.reservation
      expect(await tied()).toMatchObject({ crmEntityTypeId: CRM_LEAD, crmEntityId: 77 })
      await outcomes.updateReservation(db as Trx, row.id, { crmEntityTypeId: CRM_DEAL, crmEntityId: 78 })
      await within((trx) => outcomes.deleteCrmItem(trx, row, item))
      await within((trx) => deliveries.attachItem(trx, item))
      expect(await tied()).toMatchObject({ crmEntityTypeId: CRM_DEAL, crmEntityId: 78 })
      expect(await outcomes.mayConcern(db, 'tie', item)).toBe(false)
    })
  })

  describe('an uninstalled portal', () => {
    it('leaves no name, event or call behind, and takes none of another with it', async () => {
      const [mine, other] = [await reserved('leaves'), await reserved('stays')]
      for (const { id, memberId } of [mine, other]) {
        await within((trx) => installation.insertEvent(trx, eventRow({ memberId })))
        await deliveries.addHistory(db, {
          reservationId: id,
          at: NOW,
          kind: 'reserved',
          cause: 'agent',
          by: 'Ada',
          detail: null
        })
        await db.insertInto('rules_acceptance').values({ memberId, userId: 1, version: '1', at: NOW }).execute()
      }
      await within(async (trx) => {
        await installation.deleteEventsOf(trx, 'leaves')
        await installation.deleteCallsOf(trx, 'leaves')
        await installation.forgetUsers(trx, 'leaves')
      })
      const left = async (memberId: string, id: string) => [
        (await db.selectFrom('portal_event').selectAll().where('memberId', '=', memberId).execute()).length,
        (await db.selectFrom('rules_acceptance').selectAll().where('memberId', '=', memberId).execute()).length,
        (await db.selectFrom('reservation').select('userName').where('id', '=', id).executeTakeFirstOrThrow()).userName,
        (await outcomes.findLastEntry(db, id, 'reserved')) !== undefined,
        (await db.selectFrom('reservation_event').select('by').where('reservationId', '=', id).execute())[0]!.by
      ]
      expect(await left('leaves', mine.id)).toEqual([0, 0, '', true, null])
      expect(await left('stays', other.id)).toEqual([1, 1, 'Ada', true, 'Ada'])
    })
  })
})
