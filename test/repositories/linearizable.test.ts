import { beforeAll, describe, expect, it } from 'vitest'
import type { AppContext } from '../../server/context.ts'
import { AppError } from '../../server/errors.ts'
import { transact } from '../../server/db/transaction.ts'
import { withdrawRequest } from '../../server/features/intake/close-request.ts'
import { reserveRequest } from '../../server/features/reservations/reserve-request.ts'
import type { PartnerCaller } from '../../server/http/caller.ts'
import { Random } from '../simulation/random.ts'
import { alsoOpen, forEachDatabase } from '../support/databases.ts'
import { recordFigure } from '../support/figure.ts'
import { at, insert, NOW } from '../support/rows.ts'
import { callerOf, contextOf } from '../support/use-cases.ts'
import { violationsOf, type Call, type History } from './linearizable.ts'

/** More by `HISTORIES=10000 npx vitest run --project repositories test/repositories/linearizable.test.ts`. */
const HISTORIES = Number(process.env.HISTORIES ?? 60)
const LONGEST_MS = Math.max(300_000, HISTORIES * 3_000)
const PARTNERS = 20
const CALLS = 50
const CONTACT = { name: 'Erika Muster', phone: '+493023125000', email: 'erika@muster.example' }
const ANSWERS: Record<string, Call['answer']> = { request_full: 'full', request_closed: 'closed' }
const policy = { levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 100_000, inWork: 100_000 })) }

const call = (partner: string, invokedAt: number, answeredAt: number, answer: Call['answer']): Call => ({
  ...{ partner, invokedAt, answeredAt, answer }
})

describe('a history is refused', () => {
  const closing = { invokedAt: 10, answeredAt: 12 }
  it.each<[string, History]>([
    ['with a slot too many', { slots: 1, calls: [call('a', 1, 2, 'ok'), call('b', 3, 4, 'ok')], closing: null }],
    [
      'that is full before it can be',
      { slots: 1, calls: [call('b', 1, 2, 'full'), call('a', 3, 4, 'ok')], closing: null }
    ],
    ['that forgets', { slots: 1, calls: [call('a', 1, 2, 'ok'), call('a', 3, 4, 'full')], closing: null }],
    ['that remembers what was not', { slots: 2, calls: [call('a', 1, 2, 'again')], closing: null }],
    ['that gives after the closing', { slots: 2, calls: [call('a', 13, 14, 'ok')], closing }],
    ['that opens again', { slots: 2, calls: [call('a', 7, 10.5, 'closed'), call('b', 11, 13, 'ok')], closing }]
  ])('%s', (_name, history) => {
    expect(violationsOf(history)).toHaveLength(1)
  })

  it('only when no order explains it', () => {
    const calls = [call('a', 1, 9, 'full'), call('b', 2, 8, 'ok'), call('c', 11, 13, 'ok'), call('d', 11, 14, 'closed')]
    expect(violationsOf({ slots: 1, calls: calls.slice(0, 2), closing: null })).toEqual([])
    expect(violationsOf({ slots: 2, calls: calls.slice(1), closing })).toEqual([])
  })
})

forEachDatabase((engine, open) => {
  let contexts: AppContext[]
  let callers: PartnerCaller[]
  beforeAll(async () => {
    const db = await open()
    contexts = [db, await alsoOpen(db)].map((one) => contextOf(one, { policy }))
    callers = await Promise.all(
      Array.from({ length: PARTNERS }, async () => {
        const partner = await insert.partner(db)
        return callerOf({ partner, portal: await insert.portal(db, { partnerCode: partner.code }) })
      })
    )
  })

  /** Many calls of few partners at once over two connections, and at times a withdrawal among them. */
  async function record(random: Random): Promise<History> {
    const [ctx] = contexts as [AppContext]
    const request = await insert.request(ctx.db, { releasedAt: at(-600) })
    await ctx.vault.put(ctx.db, request.id, { contact: CONTACT, original: { summary: 's', description: null } }, NOW)
    let place = 0
    const timed = async <Result>(work: () => Promise<Result>) => {
      const invokedAt = place++
      const result = await work()
      return { invokedAt, answeredAt: place++, result }
    }
    const answerOf = async (mine: AppContext, caller: PartnerCaller): Promise<Call['answer']> => {
      try {
        const { isNew } = await reserveRequest(mine, { caller, requestId: request.id, acceptedRules: '1' })
        return isNew ? 'ok' : 'again'
      } catch (error) {
        const answer = error instanceof AppError ? ANSWERS[error.code] : undefined
        if (!answer) throw error
        return answer
      }
    }
    const oneCall = async (): Promise<Call> => {
      const caller = callers[Math.floor(random.below(PARTNERS))]!
      const mine = contexts[Math.floor(random.below(2))]!
      for (let wait = random.below(8); wait > 0; wait--) await new Promise(setImmediate)
      const { result, ...times } = await timed(() => answerOf(mine, caller))
      return { partner: caller.partner.code, ...times, answer: result }
    }
    const close = async (): Promise<History['closing']> => {
      if (random.below(2) < 1) return null
      for (let wait = random.below(12); wait > 0; wait--) await new Promise(setImmediate)
      const closing = { externalId: request.externalId, reason: undefined, pushedAt: NOW }
      const { result: _result, ...times } = await timed(() =>
        transact(contexts[1]!.db, (trx) => withdrawRequest(contexts[1]!, trx, closing))
      )
      return times
    }
    const [closing, ...calls] = await Promise.all([close(), ...Array.from({ length: CALLS }, oneCall)])
    return { slots: request.maxPartners, calls, closing }
  }

  it(
    'every history of one request can be explained by an order of its calls',
    async () => {
      const seed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000)
      const random = new Random(seed)
      let withdrawn = 0
      let won = 0
      for (let count = 0; count < HISTORIES; count++) {
        const history = await record(random)
        expect(violationsOf(history), `again with HISTORY_SEED=${seed}`).toEqual([])
        withdrawn += history.closing ? 1 : 0
        won += history.calls.filter(({ answer }) => answer === 'ok').length
      }
      expect(withdrawn).toBeGreaterThan(0)
      expect(won).toBeGreaterThan(HISTORIES)
      recordFigure(
        'R7',
        `${engine}: ${HISTORIES} histories of ${CALLS} calls, ${withdrawn} with a withdrawal: 0 violations`
      )
    },
    LONGEST_MS
  )
})
