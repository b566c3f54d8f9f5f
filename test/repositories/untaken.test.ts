import { beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { countUntaken, listUntaken } from '../../server/features/console-untaken/repository.ts'
import { forEachDatabase } from '../support/databases.ts'
import { at, daysAgo, NOW, partnerRow, portalRow, requestRow } from '../support/rows.ts'

forEachDatabase((_engine, open) => {
  let store: Db
  beforeEach(async () => {
    store = await open()
  })

  const due = { releasedBy: daysAgo(2), now: NOW }
  const list = (more: Partial<Parameters<typeof listUntaken>[1]> = {}) =>
    listUntaken(store, { ...due, after: null, limit: 10, ...more })
  const add = async (...rows: Parameters<typeof requestRow>[0][]) => {
    for (const row of rows)
      await store
        .insertInto('request')
        .values(requestRow({ releasedAt: daysAgo(3), ...row }))
        .execute()
  }
  const addPartner = async (code: string, more: Parameters<typeof partnerRow>[0] = {}, status = 'installed') => {
    await store
      .insertInto('partner')
      .values(partnerRow({ code, ...more }))
      .execute()
    await store
      .insertInto('portal')
      .values(portalRow({ partnerCode: code, status } as Parameters<typeof portalRow>[0]))
      .execute()
  }

  describe('requests that nobody took', () => {
    it('are open ones without any reservation whose time has passed, the oldest first and page by page', async () => {
      await add(
        { id: 'young', releasedAt: at(-60) },
        { id: 'reserved', freeSlots: 4 },
        { id: 'held', state: 'held', releasedAt: null, expiresAt: null },
        { id: 'withdrawn', state: 'withdrawn' },
        { id: 'over', expiresAt: NOW },
        { id: 'for-one', maxPartners: 1, freeSlots: 1 },
        { id: 'same-time' },
        { id: 'oldest', releasedAt: daysAgo(9) },
        { id: 'at-the-moment', releasedAt: daysAgo(2) }
      )
      const rows = await list()
      expect(rows.map(({ id }) => id)).toEqual(['oldest', 'for-one', 'same-time', 'at-the-moment'])
      expect(await countUntaken(store, due)).toBe(4)
      const [, second] = rows
      const rest = await list({ after: { releasedAt: second!.releasedAt!, number: second!.number }, limit: 1 })
      expect(rest.map(({ id }) => id)).toEqual(['same-time'])
    })

    it('come with the partners whose locations cover them, by level, and those of them who may take part', async () => {
      await add({ id: 'hamburg', country: 'DE', subdivision: 'DE-HH' }, { id: 'nowhere', country: 'IS' })
      await addPartner('home')
      await addPartner('region', { homeCountry: 'AT' })
      await addPartner('both')
      await addPartner('elsewhere', { homeCountry: 'FR' })
      await addPartner('suspended', { suspendedUntil: 'permanent' })
      await addPartner('staff-suspended', { staffSuspendedUntil: at(60) })
      await addPartner('suspended-before', { suspendedUntil: at(-60) })
      await addPartner('not-approved', { isApproved: 0 })
      await addPartner('not-certified', { certifiedAt: null })
      await addPartner('certified-later', { certifiedAt: at(60) })
      await addPartner('terminated', { terminatedAt: at(-60) })
      await addPartner('without-app', {}, 'new')
      const places = [
        { partnerCode: 'region', position: 1, code: 'DE-HH' },
        { partnerCode: 'both', position: 1, code: 'DE-HH' },
        { partnerCode: 'elsewhere', position: 1, code: 'DE-BY' }
      ]
      await store.insertInto('partner_location').values(places).execute()
      const record = {
        o: 1,
        e: 1,
        score: 1,
        low: 1,
        rating: 50,
        matured: 9,
        won: 1,
        lost: 1,
        dueAt: NOW,
        updatedAt: NOW
      }
      await store
        .insertInto('rating')
        .values({ partnerCode: 'both', level: 3, ...record })
        .execute()
      const rows = await list()
      expect(rows.map(({ id, level, covering, eligible }) => ({ id, level, covering, eligible }))).toEqual([
        { id: 'hamburg', level: 1, covering: 10, eligible: 3 },
        { id: 'hamburg', level: 3, covering: 1, eligible: 1 },
        { id: 'nowhere', level: null, covering: 0, eligible: 0 }
      ])
    })
  })
})
