import { beforeAll, describe, expect, it } from 'vitest'
import type { Db, Trx } from '../../server/db/database.ts'
import { isUniqueViolation } from '../../server/db/dialect.ts'
import { onCommit, transact } from '../../server/db/transaction.ts'
import { prepareRequest } from '../../server/features/intake/prepare-request.ts'
import { parsePushed } from '../../server/features/intake/receive-call.ts'
import { receiveRequest } from '../../server/features/intake/receive-request.ts'
import * as intake from '../../server/features/intake/repository.ts'
import * as purchases from '../../server/features/purchases/repository.ts'
import { CommitQueue } from '../../server/webhooks/commit-queue.ts'
import * as webhooks from '../../server/webhooks/repository.ts'
import { alsoOpen, contextOn, forEachDatabase } from '../support/databases.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { at, insert, NOW, requestRow } from '../support/rows.ts'

const message = (id: string) => ({
  ...{ id, route: '/webhooks/requests', bodyHash: 'hash', status: 202, answer: '{}', receivedAt: NOW, attempts: 1 }
})

forEachDatabase((_engine, open) => {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })
  const within = <Result>(work: (trx: Trx) => Promise<Result>) => transact(db, work)

  describe('the commit queue', () => {
    it('puts what comes at once into few commits, and keeps bad ones from their neighbours', async () => {
      let commits = 0
      const stop = onCommit(db, () => commits++)
      const queue = new CommitQueue(db)
      const settled = await Promise.allSettled(
        Array.from({ length: 60 }, (_, index) =>
          queue.submit(async (trx) => {
            await webhooks.insertMessages(trx, [message(`q${index}`)])
            if (index % 10 === 3) throw new Error(`bad ${index}`)
            if (index % 10 === 7) await webhooks.insertMessages(trx, [message(`q${index}`)])
            return index
          })
        )
      )
      stop()
      expect(commits).toBeLessThanOrEqual(2)
      const stored = await db.selectFrom('webhook_message').select('id').where('id', 'like', 'q%').execute()
      expect(stored).toHaveLength(48)
      settled.forEach((one, index) => {
        if (index % 10 === 3) expect(one).toMatchObject({ status: 'rejected', reason: { message: `bad ${index}` } })
        else if (index % 10 === 7) expect((one as PromiseRejectedResult).reason).toSatisfy(isUniqueViolation)
        else expect(one).toEqual({ status: 'fulfilled', value: index })
      })
    })

    it('lets the second of two processes with the same key read what the first has written', async () => {
      const other = await alsoOpen(db)
      const queues = [new CommitQueue(db), new CommitQueue(other), new CommitQueue(db), new CommitQueue(other)]
      const receive = async (trx: Trx): Promise<string> => {
        const known = await intake.lockRequest(trx, 'same')
        if (known) return 'known'
        await intake.insertRequests(trx, [requestRow({ externalId: 'same' })])
        return 'new'
      }
      const answers = await Promise.all(queues.map((queue) => queue.submit(receive)))
      expect(answers.sort()).toEqual(['known', 'known', 'known', 'new'])
    })

    it('shows two processes the other request of a client that comes at the same instant', async () => {
      const stores = [await open()]
      stores.push(await alsoOpen(stores[0]!))
      const [one, other] = stores.map((store) => ({ ctx: contextOn(store), queue: new CommitQueue(store) }))
      const push = async ({ ctx, queue }: NonNullable<typeof one>, phone: string) => {
        const pushed = parsePushed(aPushedRequest({ contact: { name: 'Erika', phone } }))
        const prepared = prepareRequest(ctx, pushed)
        return (await queue.submit((trx) => receiveRequest(ctx, trx, { prepared, pushedAt: NOW }))).state
      }
      for (let round = 0; round < 20; round++) {
        const phone = `+4930231250${String(round).padStart(2, '0')}`
        expect((await Promise.all([push(one!, phone), push(other!, phone)])).sort()).toEqual(['held', 'open'])
      }
    })

    it('says that the store is unavailable when it is', async () => {
      const store = await open()
      const queue = new CommitQueue(store)
      await store.destroy()
      await expect(queue.submit(() => Promise.resolve())).rejects.toMatchObject({ code: 'unavailable' })
    })
  })

  describe('messages', () => {
    it('are remembered with how often they came, until their time has passed', async () => {
      await within((trx) => webhooks.insertMessages(trx, [message('once')]))
      await within((trx) => webhooks.markMessageRepeated(trx, 'once'))
      expect(await webhooks.findMessage(db, 'once')).toMatchObject({ attempts: 2 })
      await webhooks.deleteMessagesBefore(db, at(-1))
      expect(await webhooks.findMessage(db, 'once')).toBeDefined()
      await webhooks.deleteMessagesBefore(db, at(1))
      expect(await webhooks.findMessage(db, 'once')).toBeUndefined()
    })

    it('that failed are kept once, with their latest error, until they are replayed', async () => {
      const failure = (id: string, code: string) =>
        webhooks.saveFailure(db, {
          ...{ id, route: '/webhooks/requests', externalId: `form-${id}`, code, errors: '[]', sealedBody: 'x' },
          receivedAt: NOW
        })
      await failure('f1', 'malformed_json')
      await failure('f1', 'validation_failed')
      await failure('f2', 'validation_failed')
      expect(await webhooks.findFailure(db, 'f1')).toMatchObject({ code: 'validation_failed', attempts: 2 })
      await webhooks.markFailureReplayed(db, 'f1', NOW)
      expect((await webhooks.listFailures(db, 10)).map((one) => one.id)).toEqual(['f2'])
      await webhooks.deleteFailuresOf(db, ['form-f2'])
      expect(await webhooks.listFailures(db, 10)).toEqual([])
    })
  })

  describe('requests', () => {
    it('have one row for an external id, and numbers that go up', async () => {
      const [one, other] = [await insert.request(db), await insert.request(db)]
      expect(other.number).toBeGreaterThan(one.number)
      const twin = within((trx) => intake.insertRequests(trx, [requestRow({ externalId: one.externalId })]))
      await expect(twin).rejects.toSatisfy(isUniqueViolation)
      expect(await within((trx) => intake.lockRequest(trx, 'nobody'))).toBeUndefined()
      await within((trx) => intake.updateRequest(trx, one.id, { city: 'Köln' }))
      expect(await within((trx) => intake.lockRequest(trx, one.externalId))).toMatchObject({ city: 'Köln' })
    })

    it('of the same client are found by phone, mail or company, not by a shared domain or after erasure', async () => {
      const mark = async (
        kind: 'phone' | 'email' | 'domain',
        hash: string,
        more: Parameters<typeof insert.request>[1] = {}
      ) => {
        const request = await insert.request(db, more)
        await within((trx) =>
          intake.insertFingerprints(trx, [{ requestId: request.id, fingerprints: [{ kind, hash }] }])
        )
        return request
      }
      const first = await mark('phone', 'h1')
      await mark('domain', 'h1')
      await mark('phone', 'h1', { state: 'erased' })
      await mark('email', 'h2', { receivedAt: at(-9999) })
      const later = await mark('phone', 'h1')
      const twins = (before?: number) =>
        within((trx) =>
          intake.listTwins(trx, {
            ...{ from: at(-60), to: at(60), before },
            fingerprints: ['h1', 'h2'].map((hash) => ({ kind: 'phone' as const, hash }))
          })
        )
      expect((await twins()).map(({ id }) => id)).toEqual([first.id, later.id])
      expect((await twins(later.number)).map(({ id }) => id)).toEqual([first.id])
      await within((trx) => intake.deleteFingerprints(trx, first.id))
      expect((await twins(later.number)).map(({ id }) => id)).toEqual([])
    })

    it('expire once, the oldest first, and no faster than asked', async () => {
      const store = await open()
      for (const [id, minutes, state] of [
        ['b', -1, 'open'],
        ['a', -2, 'full'],
        ['c', 1, 'open'],
        ['d', -3, 'withdrawn']
      ] as const)
        await insert.request(store, { id, state, expiresAt: at(minutes) })
      const close = (limit: number) => transact(store, (trx) => intake.closeExpired(trx, NOW, limit))
      expect((await close(1)).map(({ id }) => id)).toEqual(['a'])
      expect((await close(9)).map(({ id, state, closedAt }) => [id, state, closedAt])).toEqual([['b', 'expired', NOW]])
      expect(await close(9)).toEqual([])
    })
  })

  describe('purchases', () => {
    it('are replaced under their external id', async () => {
      const purchase = {
        ...{
          externalId: 'sale',
          partnerCode: 'p',
          requestExternalId: null,
          proofHash: 'h',
          sealedProof: null,
          amount: 12.5
        },
        ...{ currency: 'EUR', at: NOW, isReversed: 0, receivedAt: NOW, pushedAt: NOW }
      }
      await within((trx) => purchases.savePurchase(trx, purchase))
      await within((trx) => purchases.savePurchase(trx, { ...purchase, isReversed: 1 }))
      expect(await within((trx) => purchases.lockPurchase(trx, 'sale'))).toEqual({ ...purchase, isReversed: 1 })
      expect(await within((trx) => purchases.lockPurchase(trx, 'other'))).toBeUndefined()
    })
  })
})
