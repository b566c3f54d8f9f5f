import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { isUniqueViolation } from '../../server/db/dialect.ts'
import { transact } from '../../server/db/transaction.ts'
import * as registry from '../../server/features/partners/repository.ts'
import * as partners from '../../server/partners/repository.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW, partnerRow } from '../support/rows.ts'

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })
  const locate = (code: string, codes: string[]) =>
    transact(db, (trx) => partners.replaceExtraLocations(trx, code, codes))

  describe('extra locations', () => {
    it('keep their order and are replaced as a whole', async () => {
      const { code } = await insert.partner(db)
      const other = await insert.partner(db)
      await locate(code, ['FR', 'US-CA', 'JP'])
      await locate(other.code, ['FR'])
      expect(await partners.listExtraLocations(db, code)).toEqual(['FR', 'US-CA', 'JP'])
      await locate(code, ['JP', 'FR'])
      expect(await partners.listExtraLocations(db, code)).toEqual(['JP', 'FR'])
      await locate(code, [])
      expect(await partners.listExtraLocations(db, code)).toEqual([])
      expect(await partners.listExtraLocations(db, other.code)).toEqual(['FR'])
    })

    it('are never doubled, whatever the code above them does', async () => {
      const { code } = await insert.partner(db)
      await locate(code, ['FR'])
      await expect(locate(code, ['JP', 'JP'])).rejects.toSatisfy(isUniqueViolation)
      expect(await partners.listExtraLocations(db, code)).toEqual(['FR'])
      const twice = { partnerCode: code, position: 1, code: 'IT' }
      await expect(db.insertInto('partner_location').values(twice).execute()).rejects.toSatisfy(isUniqueViolation)
      await expect(
        db
          .insertInto('partner_location')
          .values({ ...twice, position: 21 })
          .execute()
      ).rejects.toThrow(/partner_location_position/)
    })
  })

  describe('the lock', () => {
    it('puts changes of one partner in a line, those of another beside it', async () => {
      const { code } = await insert.partner(db)
      const other = await alsoOpen(db)
      let inside = 0
      let most = 0
      const change = (store: Db) =>
        transact(store, async (trx) => {
          await partners.lockPartner(trx, code)
          most = Math.max(most, ++inside)
          const extras = await partners.listExtraLocations(trx, code)
          await partners.replaceExtraLocations(trx, code, [...extras, `C${extras.length}`])
          inside--
        })
      await Promise.all([db, other, db, other].map(change))
      expect(most).toBe(1)
      expect(await partners.listExtraLocations(db, code)).toEqual(['C0', 'C1', 'C2', 'C3'])
    })
  })

  describe('what a partner has used', () => {
    it('counts its own reservations, of all its portals', async () => {
      const [one, other] = [await insert.partner(db), await insert.partner(db)]
      for (const [partnerCode, minutes, outcome] of [
        [one.code, -1, 'open'],
        [one.code, -2, 'lost'],
        [one.code, -60, 'open'],
        [other.code, -1, 'open']
      ] as const) {
        const { id } = await insert.request(db)
        await insert.reservation(db, { requestId: id, partnerCode, reservedAt: at(minutes), outcome })
      }
      expect(await partners.listReservedSince(db, one.code, at(-30))).toEqual([at(-2), at(-1)])
      expect(await partners.countInWork(db, one.code)).toBe(2)
      expect(await partners.countInWork(db, other.code)).toBe(1)
    })
  })

  describe('the registry', () => {
    it('names portals in any case, and forgets them when pushed without', async () => {
      const { code } = await insert.partner(db)
      const portal = await insert.portal(db, { memberId: 'Mixed-Case' })
      await transact(db, (trx) => registry.replaceRegistry(trx, code, ['mixed-case', 'acme.example']))
      const find = () => partners.findRegisteredPartner(db, { memberId: 'MIXED-CASE', domain: 'x.example' })
      expect(await find()).toBe(code)
      expect(await partners.findRegisteredPartner(db, { memberId: 'x', domain: 'ACME.example' })).toBe(code)
      const named = await transact(db, (trx) => registry.listPortalsNamed(trx, ['mixed-case']))
      expect(named.map(({ memberId }) => memberId)).toEqual([portal.memberId])
      await transact(db, (trx) => registry.replaceRegistry(trx, code, []))
      expect(await find()).toBeUndefined()
    })

    it('replaces the record and keeps when it was made', async () => {
      const first = partnerRow({ code: 'pushed', email: 'a@example.com' })
      await transact(db, (trx) => registry.savePartner(trx, first))
      const second = partnerRow({ code: 'pushed', name: 'New', createdAt: NOW, updatedAt: NOW })
      await transact(db, (trx) => registry.savePartner(trx, second))
      expect(await partners.findPartner(db, 'pushed')).toMatchObject({
        ...{ name: 'New', email: null, createdAt: first.createdAt, updatedAt: NOW }
      })
    })

    it('finds a partner by the hash of its activation code only', async () => {
      const { code } = await insert.partner(db, { activationCodeHash: 'hash' })
      expect(await partners.findPartnerByActivationCode(db, ['older', 'hash'])).toMatchObject({ code })
      expect(await partners.findPartnerByActivationCode(db, ['other'])).toBeUndefined()
    })
  })
})
