import { beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../server/clock.ts'
import type { AppContext } from '../../server/context.ts'
import type { Db } from '../../server/db/database.ts'
import type { ReservationTable } from '../../server/db/tables/reservation.ts'
import { recalculateDueRatings, recalculateRating } from '../../server/features/ratings/recalculate-rating.ts'
import { forEachDatabase } from '../support/databases.ts'
import { insert as rows } from '../support/rows.ts'
import { contextOf } from '../support/use-cases.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const ago = (days: number): string => new Date(now.getTime() - days * DAY).toISOString()

forEachDatabase((_engine, open) => {
  describe('the stored rating', () => {
    let db: Db
    let ctx: AppContext
    let at: Date
    let count: number

    beforeEach(async () => {
      db = await open()
      at = now
      count = 0
      ctx = contextOf(db, { now: () => at })
      for (const code of ['ours', 'theirs']) await rows.partner(db, { code })
    })

    /** A reservation on a request of its own. */
    async function insert(partnerCode: string, more: Partial<ReservationTable> = {}): Promise<string> {
      const id = `r${String(++count).padStart(4, '0')}`
      await rows.request(db, { id, valueClass: 'plus', releasedAt: ago(900), expiresAt: null })
      const times = { reservedAt: ago(200), progressAt: ago(200) }
      await rows.reservation(db, { id, requestId: id, partnerCode, valueClass: 'plus', ...times, ...more })
      return id
    }
    const closed = (outcome: 'won' | 'lost', days: number, more: Partial<ReservationTable> = {}) => ({
      ...{ outcome, closedAt: ago(days), reservers: 1, ...more }
    })
    const many = async (size: number, more: Partial<ReservationTable>) => {
      for (let one = 0; one < size; one++) await insert('theirs', more)
    }
    const expectedOf = async (id: string): Promise<number | null> =>
      (await db.selectFrom('reservation').select('expected').where('id', '=', id).executeTakeFirstOrThrow()).expected
    const stored = () => db.selectFrom('rating').selectAll().where('partnerCode', '=', 'ours').executeTakeFirstOrThrow()

    it('takes the expectation from the narrowest cell with 30 outcomes before the reservation closed', async () => {
      await many(30, closed('won', 50, { country: 'FR' }))
      await many(10, closed('lost', 50))
      await many(40, closed('won', 400))
      await many(40, closed('won', 1))
      const id = await insert('ours', closed('lost', 10))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await expectedOf(id)).toBeCloseTo(30 / 40)
      await many(40, closed('lost', 20))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await expectedOf(id)).toBeCloseTo(30 / 40)
      const later = await insert('ours', closed('lost', 9))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await expectedOf(later)).toBe(0)
    })

    it('is the same when computed twice, and void reservations change nothing', async () => {
      await insert('ours', closed('won', 10))
      await insert('ours', closed('lost', 190))
      await insert('ours')
      await recalculateRating(ctx, { partnerCode: 'ours' })
      const first = await stored()
      expect(first).toMatchObject({ won: 1, lost: 1, matured: 3, level: 1 })
      await insert('ours', { outcome: 'void', closedAt: ago(3) })
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await stored()).toEqual(first)
      const news = await db.selectFrom('change').selectAll().where('kind', '=', 'rating.changed').execute()
      expect(news).toHaveLength(1)
    })

    it('is due again when a reservation matures, and at the latest within a day', async () => {
      await insert('ours', { progressAt: ago(59.9) })
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect((await stored()).dueAt).toBe(ago(-0.1))
      await recalculateDueRatings(ctx)
      expect((await db.selectFrom('job').selectAll().execute()).map((job) => job.payload)).toEqual([])
      at = new Date(now.getTime() + 0.2 * DAY)
      await recalculateDueRatings(ctx)
      await recalculateDueRatings(ctx)
      const jobs = await db.selectFrom('job').selectAll().execute()
      expect(jobs.map((job) => job.payload)).toEqual(['{"partnerCode":"ours"}'])
      await recalculateRating(ctx, { partnerCode: 'ours' })
      const { dueAt, e } = await stored()
      expect(Date.parse(dueAt) - at.getTime()).toBeLessThanOrEqual(DAY)
      expect(e).toBeCloseTo(0.75 * 0.5)
    })

    it('keeps a level until the rating falls below the gate by more than the hysteresis', async () => {
      for (let win = 0; win < 5; win++) await insert('ours', closed('won', 0, { expected: 0.5 }))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await stored()).toMatchObject({ level: 3 })
      await insert('ours', closed('lost', 0, { expected: 1 }))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      const kept = await stored()
      expect(kept.low).toBeLessThan(0.92)
      expect(kept.low).toBeGreaterThan(0.87)
      expect(kept.level).toBe(3)
      await insert('ours', closed('lost', 0, { expected: 1 }))
      await recalculateRating(ctx, { partnerCode: 'ours' })
      expect(await stored()).toMatchObject({ level: 2 })
    })
  })
})
