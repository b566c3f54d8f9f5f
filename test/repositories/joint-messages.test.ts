import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AppContext } from '../../server/context.ts'
import type { Db, Trx } from '../../server/db/database.ts'
import { onCommit } from '../../server/db/transaction.ts'
import type { AppError } from '../../server/errors.ts'
import { eraseRequest, withdrawRequest } from '../../server/features/intake/close-request.ts'
import { prepareRequest } from '../../server/features/intake/prepare-request.ts'
import { parsePushed } from '../../server/features/intake/receive-call.ts'
import {
  receiveRequest,
  receiveRequests,
  type Push,
  type RequestReply
} from '../../server/features/intake/receive-request.ts'
import { AnswerOnce } from '../../server/webhooks/answer-once.ts'
import { CommitQueue } from '../../server/webhooks/commit-queue.ts'
import type { AnyWork } from '../../server/webhooks/joint-work.ts'
import { contextOn, forEachDatabase } from '../support/databases.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { NOW } from '../support/rows.ts'

interface Sent {
  kind: 'push' | 'withdraw' | 'erase'
  /** Which `webhook-id`, request, client and content: the same numbers again and again, so that they meet. */
  id: number
  request: number
  client: number
  body: number
}

const sent: fc.Arbitrary<Sent> = fc.record({
  kind: fc.constantFrom('push', 'push', 'push', 'withdraw', 'erase'),
  id: fc.nat(9),
  request: fc.nat(4),
  client: fc.nat(3),
  body: fc.nat(1)
})

const push = (id: number, request: number, client: number): Sent => ({ kind: 'push', id, request, client, body: 0 })
/** The client of a request that is held as a twin changes to one who came after it. */
const AMONG_TWINS = [push(0, 0, 0), push(1, 3, 0), push(2, 1, 3), push(3, 3, 3)]

/** The staff webhooks' way into one store, and how often messages were done together or alone. */
class Way {
  readonly ctx: AppContext
  readonly queue: CommitQueue
  readonly #once: AnswerOnce<RequestReply>
  together = 0
  alone = 0

  constructor(db: Db) {
    this.ctx = contextOn(db)
    this.queue = new CommitQueue(db)
    this.#once = new AnswerOnce(this.ctx)
  }

  readonly #together = (trx: Trx, pushes: Push[]): Promise<RequestReply[]> => {
    this.together++
    return receiveRequests(this.ctx, trx, pushes)
  }

  #work({ kind, request, client }: Sent, run: string): AnyWork<RequestReply> {
    const externalId = `${run}-${request}`
    const closing = { externalId, reason: undefined, pushedAt: NOW }
    if (kind === 'withdraw') return (trx) => withdrawRequest(this.ctx, trx, closing)
    if (kind === 'erase') return (trx) => eraseRequest(this.ctx, trx, closing)
    const contact = { name: 'Erika Muster', email: `erika@${run}-${client}.example` }
    const prepared = prepareRequest(this.ctx, parsePushed(aPushedRequest({ externalId, contact })))
    const item = { prepared, pushedAt: NOW }
    const alone = (trx: Trx): Promise<RequestReply> => {
      this.alone++
      return receiveRequest(this.ctx, trx, item)
    }
    return { item, together: this.#together, alone }
  }

  async send(message: Sent, run: string): Promise<string> {
    const body = Buffer.from(JSON.stringify([message.kind, message.request, message.body]))
    const known = { id: `${run}-${message.id}`, route: '/webhooks/requests', body }
    try {
      const { reply, isDuplicate } = await this.queue.submit(this.#once.of(known, this.#work(message, run)))
      return `${reply.state}${isDuplicate ? ', known' : ''}`
    } catch (error) {
      return (error as AppError).code
    }
  }
}

forEachDatabase((engine, open) => {
  describe('messages that come at once', () => {
    let joint: Way
    let single: Way
    let db: Db
    beforeAll(async () => {
      db = await open()
      joint = new Way(db)
      single = new Way(await open())
    })

    it('are answered as they would be one after the other, whoever is refused among them', async () => {
      let run = 0
      const refusals = new Set<string>()
      await fc.assert(
        fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 12 }), async (messages) => {
          const name = `run${run++}`
          const expected: string[] = []
          for (const message of messages) expected.push(await single.send(message, name))
          expect(await Promise.all(messages.map((message) => joint.send(message, name)))).toEqual(expected)
          for (const answer of expected) if (answer.includes('_')) refusals.add(answer)
        }),
        { numRuns: engine === 'sqlite' ? 60 : 25, examples: [[AMONG_TWINS]] }
      )
      expect([...refusals].sort()).toEqual(['not_found', 'webhook_id_reused'])
    })

    it('are still stored together when one of them is refused', async () => {
      const own = (id: number): Sent => push(id, id, id)
      let commits = 0
      const stop = onCommit(db, () => commits++)
      ;[joint.together, joint.alone] = [0, 0]
      const messages: Sent[] = [own(0), own(1), { ...own(2), kind: 'withdraw' }, own(3), own(4)]
      const answers = await Promise.all(messages.map((message) => joint.send(message, 'mixed')))
      stop()
      expect(answers).toEqual(['open', 'open', 'not_found', 'open', 'open'])
      expect({ commits, alone: joint.alone }).toEqual({ commits: 1, alone: 0 })
      expect(joint.together).toBe(2)
    })
  })
})
