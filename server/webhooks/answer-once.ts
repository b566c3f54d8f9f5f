import { hash } from 'node:crypto'
import type { AppContext } from '../context.ts'
import type { Trx } from '../db/database.ts'
import type { WebhookMessageTable } from '../db/tables/message.ts'
import { AppError } from '../errors.ts'
import { doAll, doAlone, placed, single, type AnyWork, type JointWork } from './joint-work.ts'
import { findMessage, insertMessages, listKnownMessages, markMessageRepeated } from './repository.ts'

export interface Message {
  id: string
  route: string
  body: Buffer
}
export interface Answer<Reply> {
  reply: Reply
  isDuplicate: boolean
}
interface Task<Reply> extends Omit<Message, 'body'> {
  bodyHash: string
  work: AnyWork<Reply>
}

/** A repeated `webhook-id` gets the first answer and does nothing. Refusals are not remembered: they did nothing. */
export class AnswerOnce<Reply> {
  readonly #ctx: AppContext

  constructor(ctx: AppContext) {
    this.#ctx = ctx
  }

  of({ id, route, body }: Message, work: AnyWork<Reply>): JointWork<Task<Reply>, Answer<Reply>> {
    const bodyHash = hash('sha256', body, 'base64url')
    const item = { id, route, bodyHash, work }
    return { item, together: this.#together, alone: (trx) => this.#alone(trx, item) }
  }

  async #alone(trx: Trx, task: Task<Reply>): Promise<Answer<Reply>> {
    const known = await findMessage(trx, task.id)
    if (known) {
      if (known.bodyHash !== task.bodyHash || known.route !== task.route) throw new AppError('webhook_id_reused')
      await markMessageRepeated(trx, known.id)
      return { reply: JSON.parse(known.answer) as Reply, isDuplicate: true }
    }
    const reply = await doAlone(trx, task.work)
    await insertMessages(trx, [this.#rowOf(task, reply)])
    return { reply, isDuplicate: false }
  }

  readonly #together = async (trx: Trx, tasks: Task<Reply>[]): Promise<Answer<Reply>[]> => {
    const ids = tasks.map(({ id }) => id)
    const seen = await listKnownMessages(trx, ids)
    const fresh = tasks.filter(({ id }) => !seen.has(id) && seen.add(id))
    const replies = await placed(
      doAll(
        trx,
        fresh.map(({ work }) => work)
      ),
      (index) => tasks.indexOf(fresh[index]!)
    )
    const answers = new Map<Task<Reply>, Answer<Reply>>()
    for (const [index, task] of fresh.entries())
      answers.set(task, { reply: replies[index] as Reply, isDuplicate: false })
    await insertMessages(
      trx,
      [...answers].map(([task, { reply }]) => this.#rowOf(task, reply))
    )
    for (const [index, task] of tasks.entries())
      if (!answers.has(task)) answers.set(task, await placed(single(this.#alone(trx, task)), () => index))
    return tasks.map((task) => answers.get(task)!)
  }

  #rowOf({ id, route, bodyHash }: Task<Reply>, reply: Reply): WebhookMessageTable & { parts: string[] } {
    const receivedAt = this.#ctx.clock.now().toISOString()
    const answer = JSON.stringify(reply)
    return { id, route, bodyHash, status: 202, answer, receivedAt, attempts: 1, ...subjectsOf(reply) }
  }
}

/** The requests of which an answer tells. */
function subjectsOf(reply: unknown): { subjectId: string | null; parts: string[] } {
  const { id, results = [] } = (reply ?? {}) as { id?: string; results?: { id?: string }[] }
  return { subjectId: id ?? null, parts: results.flatMap((one) => one.id ?? []) }
}
