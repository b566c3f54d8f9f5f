import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { transact } from '../../server/db/transaction.ts'
import { registerPortal, type VerifiedPortal } from '../../server/portals/register-portal.ts'
import * as portals from '../../server/portals/repository.ts'
import { TokenStore, type PortalToken } from '../../server/portals/tokens.ts'
import { Keys } from '../../server/vault/keys.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW } from '../support/rows.ts'

const tokens = new TokenStore(new Keys(Buffer.alloc(32, 7)))
const token = (memberId: string, more: Partial<PortalToken> = {}): PortalToken => ({
  ...{ memberId, userId: 1, accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: at(60), ...more }
})

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  describe('tokens', () => {
    it('are sealed in the table and come back as they were', async () => {
      const { memberId } = await insert.portal(db)
      await tokens.save(db, token(memberId), NOW)
      const row = await db
        .selectFrom('portal_token')
        .selectAll()
        .where('memberId', '=', memberId)
        .executeTakeFirstOrThrow()
      expect(JSON.stringify(row)).not.toMatch(/access-1|refresh-1/)
      expect(await tokens.find(db, memberId, 1)).toEqual(token(memberId))
    })

    it('keep the refresh token when a source carries none', async () => {
      const { memberId } = await insert.portal(db)
      await tokens.save(db, token(memberId), NOW)
      await tokens.save(db, token(memberId, { accessToken: 'access-2', refreshToken: null }), at(1))
      expect(await tokens.find(db, memberId, 1)).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-1' })
    })

    it('are listed with the most recently renewed first, the dead left out, of this portal only', async () => {
      const { memberId } = await insert.portal(db)
      const other = await insert.portal(db)
      await tokens.save(db, token(memberId, { userId: 1 }), at(1))
      await tokens.save(db, token(memberId, { userId: 2 }), at(2))
      await tokens.save(db, token(memberId, { userId: 3 }), at(3))
      await tokens.save(db, token(other.memberId, { userId: 9 }), at(4))
      await tokens.markDead(db, token(memberId, { userId: 3 }), at(4))
      expect((await tokens.list(db, memberId)).map(({ userId }) => userId)).toEqual([2, 1])
      expect(await tokens.find(db, memberId, 3)).toBeUndefined()
      expect(await tokens.find(db, memberId, 9)).toBeUndefined()
    })

    it('do not die by a refusal of an older one', async () => {
      const { memberId } = await insert.portal(db)
      await tokens.save(db, token(memberId, { accessToken: 'newer' }), NOW)
      await tokens.markDead(db, token(memberId, { accessToken: 'older' }), at(1))
      expect(await tokens.find(db, memberId, 1)).toMatchObject({ accessToken: 'newer' })
    })

    it('are renewed by one process at a time, until its lock runs out', async () => {
      const { memberId } = await insert.portal(db)
      const other = await alsoOpen(db)
      await tokens.save(db, token(memberId), NOW)
      const tries = await Promise.all(
        [db, other, db, other].map((store) => tokens.lockRefresh(store, token(memberId), NOW, at(1)))
      )
      expect(tries.filter(Boolean)).toHaveLength(1)
      expect(await tokens.lockRefresh(other, token(memberId), at(2), at(3))).toBe(true)
      await tokens.unlockRefresh(db, token(memberId))
      expect(await tokens.lockRefresh(db, token(memberId), at(2), at(3))).toBe(true)
    })
  })

  describe('sessions', () => {
    const session = (memberId: string, tokenHash: string, expiresAt: string) =>
      portals.insertSession(db, {
        ...{ tokenHash, memberId, userId: 1, userName: 'Ada', isAdmin: 0, lang: 'en', expiresAt, createdAt: NOW }
      })

    it('are found by their hash and die with their portal or their time, not with another’s', async () => {
      const one = await insert.portal(db)
      const other = await insert.portal(db)
      await session(one.memberId, 'one-a', at(60))
      await session(one.memberId, 'one-b', at(-1))
      await session(other.memberId, 'other', at(60))
      expect(await portals.findSession(db, 'one-a')).toMatchObject({ memberId: one.memberId, userName: 'Ada' })
      await portals.deleteSessionsBefore(db, NOW)
      expect(await portals.findSession(db, 'one-b')).toBeUndefined()
      await portals.deleteSessionsOf(db, one.memberId)
      expect(await portals.findSession(db, 'one-a')).toBeUndefined()
      expect(await portals.findSession(db, 'other')).toMatchObject({ memberId: other.memberId })
    })
  })

  describe('settings', () => {
    const save = (memberId: string, document: string) =>
      transact(db, (trx) => portals.saveSettingsRow(trx, { memberId, document, updatedAt: NOW, updatedBy: 1 }))

    it('are replaced as a whole; the round robin goes on, one turn a call', async () => {
      const { memberId } = await insert.portal(db)
      const other = await insert.portal(db)
      expect(await portals.findSettings(db, memberId)).toBeUndefined()
      expect(await portals.nextTurn(db, memberId)).toBe(0)
      await save(memberId, '{"a":1}')
      const turns = await Promise.all([1, 2, 3].map(() => portals.nextTurn(db, memberId)))
      expect(turns.sort()).toEqual([1, 2, 3])
      await save(memberId, '{"b":2}')
      expect(await portals.findSettings(db, memberId)).toMatchObject({ document: '{"b":2}', roundRobin: 3 })
      expect(await portals.findSettings(db, other.memberId)).toBeUndefined()
    })
  })

  describe('the call limit of a portal', () => {
    const bucket = { burst: 5, perSecond: 2 }

    it('lets as many calls through as the bucket holds, over all processes', async () => {
      const { memberId } = await insert.portal(db)
      const other = await alsoOpen(db)
      let granted = 0
      for (let round = 0; round < 8; round++) {
        const now = new Date(Date.parse(NOW))
        const answers = await Promise.all([db, other].map((store) => portals.takeCall(store, memberId, now, bucket)))
        granted += answers.filter(Boolean).length
      }
      expect(granted).toBe(5)
      expect(await portals.takeCall(db, memberId, new Date(Date.parse(NOW) + 600), bucket)).toBe(true)
      expect(await portals.takeCall(db, memberId, new Date(Date.parse(NOW) + 600), bucket)).toBe(false)
    })
  })

  describe('sweeps', () => {
    it('are due for installed portals whose time has come, the longest waiting first', async () => {
      const store = await open()
      for (const [memberId, nextSweepAt, status] of [
        ['second', at(-1), 'installed'],
        ['first', at(-2), 'installed'],
        ['gone', at(-3), 'uninstalled'],
        ['later', at(1), 'installed'],
        ['never', null, 'installed']
      ] as const)
        await insert.portal(store, { memberId, nextSweepAt, status })
      expect(await portals.listDueSweeps(store, NOW, 10)).toEqual(['first', 'second'])
      expect(await portals.listDueSweeps(store, NOW, 1)).toEqual(['first'])
    })
  })

  describe('a portal that is opened', () => {
    const verified = (memberId: string, domain = `${memberId}.bitrix24.example`): VerifiedPortal => ({
      ...{ memberId, domain, clientEndpoint: `https://${domain}/rest/`, authServer: 'https://oauth.example' },
      ...{ licence: null, isAdmin: false }
    })
    const register = (portal: VerifiedPortal, when = NOW) =>
      transact(db, (trx) => registerPortal(trx, portal, 'en', when))
    const named = (partnerCode: string, portal: string) =>
      db.insertInto('partner_portal').values({ partnerCode, portal }).execute()

    it('is noted once, also by users who open it at once', async () => {
      const other = await alsoOpen(db)
      await Promise.all(
        [db, other, db].map((store) => transact(store, (trx) => registerPortal(trx, verified('shared'), 'en', NOW)))
      )
      expect(await db.selectFrom('portal').selectAll().where('memberId', '=', 'shared').execute()).toHaveLength(1)
    })

    it('speaks the language in which an admin opened it last, whoever came first', async () => {
      const open = (lang: string | null, isAdmin: boolean) =>
        transact(db, (trx) => registerPortal(trx, { ...verified('speaker'), isAdmin }, lang, NOW))
      expect(await open('en', false)).toMatchObject({ lang: 'en' })
      await open('br', true)
      expect(await open('fr', false)).toMatchObject({ lang: 'pt-BR' })
      expect(await open(null, true)).toMatchObject({ lang: 'pt-BR' })
    })

    it('belongs to the partner that the registry names, by member_id or by domain in any case', async () => {
      const { code } = await insert.partner(db)
      await named(code, 'by-member')
      await named(code, 'acme.bitrix24.example')
      expect(await register(verified('By-Member'))).toMatchObject({ partnerCode: code, linkedBy: 'registry' })
      expect(await register(verified('m2', 'Acme.bitrix24.example'))).toMatchObject({ partnerCode: code })
      expect(await register(verified('stranger'))).toMatchObject({ partnerCode: null })
    })

    it('stays with the partner that an activation code tied it to', async () => {
      const chosen = await insert.partner(db)
      const registered = await insert.partner(db)
      await insert.portal(db, { memberId: 'by-code', partnerCode: chosen.code, linkedBy: 'code' })
      await named(registered.code, 'by-code')
      expect(await register(verified('by-code'))).toMatchObject({ partnerCode: chosen.code, linkedBy: 'code' })
    })

    it('comes back after an uninstall and keeps its place under a new name', async () => {
      await insert.portal(db, { memberId: 'back', status: 'uninstalled', uninstalledAt: NOW, trouble: 'no_token' })
      await register(verified('back', 'renamed.bitrix24.example'), at(5))
      expect(await portals.getPortal(db, 'back')).toMatchObject({
        ...{ status: 'new', uninstalledAt: null, trouble: null, domain: 'renamed.bitrix24.example', updatedAt: at(5) }
      })
    })
  })

  describe('wiping', () => {
    it('takes tokens, sessions and, when clean, settings of this portal and of no other', async () => {
      const [one, other] = [await insert.portal(db), await insert.portal(db)]
      for (const { memberId } of [one, other]) {
        await tokens.save(db, token(memberId), NOW)
        await transact(db, (trx) =>
          portals.saveSettingsRow(trx, { memberId, document: '{}', updatedAt: NOW, updatedBy: 1 })
        )
      }
      await transact(db, (trx) => portals.wipePortal(trx, one.memberId, { isClean: false }))
      expect(await tokens.list(db, one.memberId)).toEqual([])
      expect(await portals.findSettings(db, one.memberId)).toBeDefined()
      await transact(db, (trx) => portals.wipePortal(trx, one.memberId, { isClean: true }))
      expect(await portals.findSettings(db, one.memberId)).toBeUndefined()
      expect(await tokens.list(db, other.memberId)).toHaveLength(1)
      expect(await portals.findSettings(db, other.memberId)).toBeDefined()
    })
  })
})
