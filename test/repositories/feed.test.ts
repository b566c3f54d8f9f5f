import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../server/db/database.ts'
import { AppError } from '../../server/errors.ts'
import { bitsOf } from '../../server/features/feed/repository.ts'
import { getFeedRequest, listFeedPage } from '../../server/features/feed/list-feed.ts'
import type { PartnerCaller } from '../../server/http/caller.ts'
import type { RequestRow } from '../../server/requests/repository.ts'
import { FEED_SORTS, SERVICES, VALUE_CLASSES, type FeedSort } from '../../shared/codes.ts'
import { feedQuery, type FeedRequest } from '../../shared/contract/requests.ts'
import { forEachDatabase } from '../support/databases.ts'
import { at, insert, NOW, requestRow } from '../support/rows.ts'
import { callerOf, contextOf } from '../support/use-cases.ts'

type Query = Record<string, string>

forEachDatabase((_engine, open) => {
  let db: Db
  const page = (caller: PartnerCaller, query: Query = {}, store = db) =>
    listFeedPage(contextOf(store), caller, feedQuery.parse(query))
  const ids = async (caller: PartnerCaller, query: Query = {}) => (await page(caller, query)).items.map(({ id }) => id)
  /** Reads to the end; `between` happens after each page. */
  async function everything(caller: PartnerCaller, query: Query, between?: () => Promise<unknown>) {
    const items: FeedRequest[] = []
    let cursor: string | null = null
    do {
      const one: Awaited<ReturnType<typeof page>> = await page(caller, { ...query, ...(cursor ? { cursor } : {}) })
      items.push(...one.items)
      cursor = one.nextCursor
      await between?.()
    } while (cursor !== null)
    return items
  }
  /** In a country of its own, so that no test sees another's requests. */
  const put = (country: string, more: Partial<RequestRow> = {}) => insert.request(db, { country, ...more })
  const unlockedAt = at(-100)

  beforeAll(async () => {
    db = await open()
  })

  describe('paging', () => {
    const places = [{ country: 'PA' }, { country: 'PB' }, { country: 'PC', subdivision: 'PC-X' }]
    const any = (index: number): Partial<RequestRow> => ({
      ...places[index % 3],
      releasedAt: at(-Math.floor((index * 7) % 23) * 10),
      expiresAt: at(100 + ((index * 5) % 11)),
      freeSlots: 1 + (index % 5),
      budgetEur: (index * 13) % 4 ? (index * 1300) % 4000 : 0,
      valueClass: VALUE_CLASSES[index % 3]!
    })
    const caller = callerOf({ locations: ['PA', 'PB', 'PC-X'], level: 2 })
    let known: Set<string>
    beforeAll(async () => {
      const rows = Array.from({ length: 80 }, (_, index) => requestRow(any(index)))
      await db.insertInto('request').values(rows).execute()
      known = new Set(rows.map((row) => row.id))
    })

    it.each(FEED_SORTS)('by %s shows everything once, in order, while requests come in', async (sort) => {
      let came = 0
      const items = await everything(caller, { sort, limit: '7' }, async () => {
        const fresh = await insert.request(db, { ...any(came++), releasedAt: NOW })
        expect(known.has(fresh.id)).toBe(false)
      })
      const seen = items.map((item) => item.id)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => known.has(id))).toHaveLength(known.size)
      expect(items.map(keyIn(sort))).toEqual(items.map(keyIn(sort)).sort(orderOf(sort)))
    })

    it('ends without a cursor and begins again with the newest', async () => {
      const { items, nextCursor } = await page(caller, { limit: '100', sort: 'newest' })
      expect(nextCursor === null || items.length === 100).toBe(true)
      expect(items[0]!.releasedAt).toBe(NOW)
    })

    it('refuses a cursor of another sort or one that was tampered with', async () => {
      const { nextCursor } = await page(caller, { limit: '3', sort: 'newest' })
      const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
      for (const [sort, cursor] of [
        ['budget', nextCursor!],
        ['newest', 'nonsense'],
        ['newest', forged(['newest', 2, NOW, 1])],
        ['slots', forged(['slots', 0, 'many', 1])],
        ['slots', forged(['slots', 0, 1.5, 1])],
        ['budget', forged(['budget', 0, 'much', 1])],
        ['newest', forged(['newest', 0, 'a\u0000b', 1])]
      ] as const)
        await expect(page(caller, { sort, cursor }), `${sort} ${cursor}`).rejects.toBeInstanceOf(AppError)
    })
  })

  describe('locked requests', () => {
    const caller = callerOf({ locations: ['LA'], level: 1 })
    beforeAll(async () => {
      await put('LA', { id: 'open-cheap', releasedAt: unlockedAt, budgetEur: 10, searchText: 'pipes' })
      await put('LA', { id: 'locked-dear', releasedAt: NOW, budgetEur: 9000, searchText: 'pipes' })
      await put('LA', { id: 'open-dear', releasedAt: unlockedAt, budgetEur: 500 })
      await put('LA', { id: 'locked-premium', releasedAt: at(-1000), valueClass: 'premium', budgetEur: 99_000 })
    })

    it('stand among the others where the order tells nothing, and after them where it would', async () => {
      expect(await ids(caller)).toEqual(['locked-dear', 'open-dear', 'open-cheap', 'locked-premium'])
      expect(await ids(caller, { sort: 'budget' })).toEqual([
        'open-dear',
        'open-cheap',
        'locked-dear',
        'locked-premium'
      ])
    })

    it('have the locked shape and are counted apart', async () => {
      const { items, counts } = await page(caller)
      expect(counts).toEqual({ unlocked: 2, locked: 2 })
      expect(Object.keys(items.find(({ id }) => id === 'locked-dear')!).sort()).toEqual(
        'id location number releasedAt services slots unlocked unlocksAt unlocksNowAtLevel valueClass'.split(' ')
      )
    })

    it('can be asked for alone, and left out', async () => {
      expect(await ids(caller, { unlocked: 'false' })).toEqual(['locked-dear', 'locked-premium'])
      expect(await ids(caller, { unlocked: 'true' })).toEqual(['open-dear', 'open-cheap'])
    })

    it('are never found by what they hide', async () => {
      expect(await ids(caller, { q: 'pipes' })).toEqual(['open-cheap'])
      expect(await ids(caller, { languages: 'de' })).toEqual(['open-dear', 'open-cheap'])
      expect((await page(caller, { q: 'pipes' })).counts).toEqual({ unlocked: 1, locked: 0 })
    })
  })

  describe('filters', () => {
    const caller = callerOf({ locations: ['FA', 'FB-1'], level: 4 })
    beforeAll(async () => {
      const common = { releasedAt: unlockedAt }
      const services = (list: (typeof SERVICES)[number][]) => ({
        services: JSON.stringify(list),
        serviceBits: bitsOf(list)
      })
      await put('FA', { id: 'f-first', ...common, ...services([SERVICES[0]]), languages: '["de"]', freeSlots: 1 })
      await put('FA', { id: 'f-last', ...common, ...services([SERVICES.at(-1)!]), languages: '["pt-BR"]' })
      await put('FA', {
        id: 'f-text',
        ...common,
        releasedAt: at(-50),
        searchText: 'müller 100% a_b c!d',
        languages: '[]'
      })
      await put('FB', { id: 'f-sub', ...common, subdivision: 'FB-1', valueClass: 'plus' })
      await put('FB', { id: 'f-elsewhere', ...common, subdivision: 'FB-2' })
      for (const state of ['held', 'full', 'expired', 'withdrawn', 'erased', 'dropped'] as const)
        await put('FA', { id: `f-${state}`, ...common, state, freeSlots: state === 'full' ? 0 : 5 })
      await put('FA', { id: 'f-over', ...common, expiresAt: at(-1) })
    })
    const found = async (query: Query) => (await ids(caller, query)).map((id) => id.slice(2)).sort()

    it('show what is open in the partner’s locations, and nothing else', async () => {
      expect(await found({})).toEqual(['first', 'last', 'sub', 'text'])
      expect((await page(caller)).counts).toEqual({ unlocked: 4, locked: 0 })
    })

    it.each<[Query, string[]]>([
      [{ services: SERVICES[0] }, ['first']],
      [{ services: `${SERVICES[0]},${SERVICES.at(-1)!}` }, ['first', 'last']],
      [{ valueClass: 'plus' }, ['sub']],
      [{ languages: 'pt' }, ['last']],
      [{ languages: 'pt-BR,de' }, ['first', 'last', 'sub']],
      [{ freeSlotsMin: '2' }, ['last', 'sub', 'text']],
      [{ since: at(-60) }, ['text']],
      [{ q: '100%' }, ['text']],
      [{ q: 'a_b' }, ['text']],
      [{ q: 'c!d' }, ['text']],
      [{ q: 'a%b' }, []]
    ])('%j', async (query, expected) => {
      expect(await found(query)).toEqual(expected)
      expect((await page(caller, query)).counts).toEqual({ unlocked: expected.length, locked: 0 })
    })

    it('never lead out of the partner’s locations', async () => {
      const stranger = callerOf({ locations: ['FC'], level: 4 })
      expect(await ids(stranger)).toEqual([])
      await expect(getFeedRequest(contextOf(db), stranger, 'f-first')).rejects.toMatchObject({ code: 'not_found' })
      await expect(getFeedRequest(contextOf(db), caller, 'f-elsewhere')).rejects.toMatchObject({ code: 'not_found' })
      expect(await getFeedRequest(contextOf(db), caller, 'f-sub')).toMatchObject({ id: 'f-sub', unlocked: true })
    })
  })

  describe('reservations', () => {
    it('are shown to the partner that has them and to no other', async () => {
      const [one, other] = [await insert.partner(db), await insert.partner(db)]
      const request = await put('RA', { releasedAt: unlockedAt, freeSlots: 4 })
      const { id } = await insert.reservation(db, { requestId: request.id, partnerCode: one.code })
      const mine = async (partner: typeof one) =>
        (await page(callerOf({ partner, locations: ['RA'] }))).items.map((item) => item.unlocked && item.mine)
      expect(await mine(one)).toEqual([id])
      expect(await mine(other)).toEqual([null])
    })
  })
})

/** Locked cards follow the others where the sort would tell what they hide. */
function keyIn(sort: FeedSort): (item: FeedRequest) => unknown[] {
  return (item) => {
    const number = Number(item.number.slice(2))
    if (sort === 'newest') return [0, item.releasedAt, number]
    if (sort === 'slots') return [0, item.slots.max - item.slots.taken, number]
    if (!item.unlocked) return [1, item.releasedAt, number]
    return [0, sort === 'expiring' ? item.expiresAt : 0, sort === 'expiring' ? number : 0]
  }
}

function orderOf(sort: FeedSort): (one: unknown[], other: unknown[]) => number {
  return (one, other) => {
    if (one[0] !== other[0]) return Number(one[0]) - Number(other[0])
    const sign = sort === 'expiring' && one[0] === 0 ? 1 : -1
    for (const index of [1, 2]) {
      const [left, right] = [one[index] as string, other[index] as string]
      if (left !== right) return left < right ? -sign : sign
    }
    return 0
  }
}
