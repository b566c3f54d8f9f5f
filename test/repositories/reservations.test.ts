import { beforeAll, describe, expect, it } from 'vitest'
import type { AppContext } from '../../server/context.ts'
import type { Db } from '../../server/db/database.ts'
import { AppError } from '../../server/errors.ts'
import { listOwnReservations } from '../../server/features/reservations/read-reservations.ts'
import * as repository from '../../server/features/reservations/repository.ts'
import { reserveRequest, type Reserved } from '../../server/features/reservations/reserve-request.ts'
import type { PartnerCaller } from '../../server/http/caller.ts'
import { transact } from '../../server/db/transaction.ts'
import type { RequestRow } from '../../server/requests/repository.ts'
import { forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW, reservationRow } from '../support/rows.ts'
import { callerOf, contextOf } from '../support/use-cases.ts'

const CONTACT = { name: 'Erika Muster', company: 'Muster GmbH', phone: '+493023125000', email: 'erika@muster.example' }

forEachDatabase((_engine, open) => {
  let db: Db
  let ctx: AppContext
  beforeAll(async () => {
    db = await open()
    ctx = contextOf(db)
  })

  async function released(more: Partial<RequestRow> = {}): Promise<RequestRow> {
    const request = await insert.request(db, { releasedAt: at(-600), ...more })
    await ctx.vault.put(db, request.id, { contact: CONTACT, original: { summary: 's', description: null } }, NOW)
    return request
  }
  async function aCaller(more: Partial<PartnerCaller> = {}): Promise<PartnerCaller> {
    const partner = await insert.partner(db)
    const portal = await insert.portal(db, { partnerCode: partner.code })
    return callerOf({ partner, portal, ...more })
  }
  const reserve = (caller: PartnerCaller, { id }: RequestRow, acceptedRules: string | null = '1') =>
    reserveRequest(ctx, { caller, requestId: id, acceptedRules })
  const rowsOf = (request: RequestRow) =>
    db.selectFrom('reservation').selectAll().where('requestId', '=', request.id).orderBy('slot').execute()

  /** What became of all: reservations and codes of refusals. */
  async function settle(tries: Promise<Reserved>[]): Promise<{ won: Reserved[]; refused: string[] }> {
    const settled = await Promise.allSettled(tries)
    return {
      won: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
      refused: settled.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []))
    }
  }

  describe('fifty partners at once', () => {
    it('get five slots, and the others a clear refusal', async () => {
      const request = await released()
      const callers = await Promise.all(Array.from({ length: 50 }, () => aCaller()))
      const { won, refused } = await settle(callers.map((caller) => reserve(caller, request)))
      expect(won).toHaveLength(5)
      expect(refused).toEqual(Array.from({ length: 45 }, () => 'request_full'))
      const rows = await rowsOf(request)
      expect(rows.map((row) => row.slot)).toEqual([1, 2, 3, 4, 5])
      const after = await db.selectFrom('request').selectAll().where('id', '=', request.id).executeTakeFirstOrThrow()
      expect(after).toMatchObject({ state: 'full', freeSlots: 0 })
      const ids = rows.map((row) => row.id)
      const jobs = await db.selectFrom('job').select('payload').where('kind', '=', 'delivery.send').execute()
      const queued = jobs.map((job) => (JSON.parse(job.payload) as { reservationId: string }).reservationId)
      expect(ids.filter((id) => queued.includes(id))).toHaveLength(5)
      const revealed = await db.selectFrom('audit_entry').selectAll().where('subjectId', '=', request.id).execute()
      expect(revealed.map((entry) => entry.kind)).toEqual(Array.from({ length: 5 }, () => 'contact.revealed'))
    })

    it('get as many slots as the sender allows', async () => {
      const request = await released({ maxPartners: 2, freeSlots: 2 })
      const callers = await Promise.all(Array.from({ length: 8 }, () => aCaller()))
      const { won, refused } = await settle(callers.map((caller) => reserve(caller, request)))
      expect([won.length, new Set(refused)]).toEqual([2, new Set(['request_full'])])
    })
  })

  describe('one partner', () => {
    it('has one reservation, however many of its agents reserve at once', async () => {
      const request = await released()
      const caller = await aCaller()
      const agents = Array.from({ length: 8 }, (_, id) => ({ ...caller, user: { ...caller.user, id: id + 1 } }))
      const { won, refused } = await settle(agents.map((agent) => reserve(agent, request)))
      expect(refused).toEqual([])
      expect(new Set(won.map((one) => one.reservationId)).size).toBe(1)
      expect(won.filter((one) => one.isNew)).toHaveLength(1)
      expect(won.every((one) => one.contact?.email === CONTACT.email)).toBe(true)
      expect(await rowsOf(request)).toHaveLength(1)
    })

    it('never passes its daily limit, also not by reserving many at once', async () => {
      const caller = await aCaller()
      const requests = await Promise.all(Array.from({ length: 9 }, () => released()))
      const { won, refused } = await settle(requests.map((request) => reserve(caller, request)))
      expect(won).toHaveLength(3)
      expect(new Set(refused)).toEqual(new Set(['daily_limit_reached']))
    })

    it('never passes its limit in work', async () => {
      const caller = await aCaller()
      for (let count = 0; count < 4; count++) {
        const { id } = await insert.request(db)
        const reservedAt = at(-3000)
        await insert.reservation(db, { requestId: id, partnerCode: caller.partner.code, reservedAt })
      }
      const requests = await Promise.all(Array.from({ length: 3 }, () => released()))
      const { won, refused } = await settle(requests.map((request) => reserve(caller, request)))
      expect([won.length, refused]).toEqual([1, ['in_work_limit_reached', 'in_work_limit_reached']])
    })

    it('is refused what its portal’s admin, its place, its level or its haste forbid, and nothing is written', async () => {
      const caller = await aCaller()
      const cases: [string, PartnerCaller, RequestRow, (string | null)?][] = [
        ['not_found', caller, await released({ country: 'FR' })],
        ['not_found', caller, await released({ state: 'held' })],
        ['request_closed', caller, await released({ state: 'withdrawn' })],
        ['request_closed', caller, await released({ expiresAt: at(-1) })],
        ['request_full', caller, await released({ state: 'full', freeSlots: 0 })],
        ['request_locked', caller, await released({ releasedAt: NOW })],
        ['contact_rules_not_accepted', caller, await released(), null],
        [
          'partner_suspended',
          { ...caller, partner: { ...caller.partner, suspendedUntil: 'permanent' } },
          await released()
        ]
      ]
      for (const [code, who, request, rules = '1'] of cases)
        await expect(reserve(who, request, rules), code).rejects.toMatchObject({ code })
      const rows = await db
        .selectFrom('reservation')
        .selectAll()
        .where('partnerCode', '=', caller.partner.code)
        .execute()
      expect(rows).toEqual([])
    })
  })

  describe('a slot', () => {
    it('is given once, and stays taken when its reservation is lost or void', async () => {
      const request = await released({ maxPartners: 3, freeSlots: 3 })
      const first = await aCaller()
      await reserve(first, request)
      await db.updateTable('reservation').set({ outcome: 'void' }).where('requestId', '=', request.id).execute()
      await reserve(await aCaller(), request)
      expect((await rowsOf(request)).map((row) => row.slot)).toEqual([1, 2])
      expect(await transact(db, (trx) => repository.takeSlot(trx, request.id, NOW))).toBe(true)
      expect(await transact(db, (trx) => repository.takeSlot(trx, request.id, NOW))).toBe(false)
    })
  })

  describe('the list', () => {
    it('shows each of the partner’s own once, the newest first, and nobody else’s', async () => {
      const caller = await aCaller()
      const other = await aCaller()
      const mine: string[] = []
      for (let count = 0; count < 13; count++) {
        const request = await released({ searchText: `kunde ${count} wien` })
        const more = { reservedAt: at(-Math.floor(count / 3)), outcome: count % 2 ? 'won' : 'open' } as const
        const row = reservationRow({ requestId: request.id, partnerCode: caller.partner.code, ...more })
        await add(row)
        mine.push(row.id)
        await add(reservationRow({ requestId: request.id, partnerCode: other.partner.code, slot: 2 }))
      }
      const seen: { id: string; reservedAt: string }[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listOwnReservations>> = await listOwnReservations(ctx, caller, {
          limit: 4,
          ...(cursor ? { cursor } : {})
        })
        seen.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      expect(seen.map((one) => one.id).sort()).toEqual([...mine].sort())
      expect(seen.map((one) => one.reservedAt)).toEqual(
        seen
          .map((one) => one.reservedAt)
          .sort()
          .reverse()
      )
      const find = async (query: object) =>
        (await listOwnReservations(ctx, caller, { limit: 50, ...query })).items.length
      expect(await find({ outcome: ['won'] })).toBe(6)
      expect(await find({ q: 'Wien 12' })).toBe(1)
      expect(await find({ q: 'paris' })).toBe(0)
      expect(await repository.findOwnReservation(db, other.partner.code, mine[0]!)).toBeUndefined()
      expect(await repository.findOwnReservation(db, caller.partner.code, mine[0]!)).toMatchObject({ id: mine[0] })
    })

    async function add(row: ReturnType<typeof reservationRow>): Promise<void> {
      await db.insertInto('reservation').values(row).execute()
      await transact(db, (trx) => repository.insertDelivery(trx, row.id, row.memberId, NOW))
    }

    it('refuses cursors that are none', async () => {
      const caller = await aCaller()
      const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      for (const cursor of ['nonsense', forged([1, 2]), forged([NOW]), forged({})])
        await expect(listOwnReservations(ctx, caller, { limit: 5, cursor }), cursor).rejects.toBeInstanceOf(AppError)
    })
  })
})

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error))
