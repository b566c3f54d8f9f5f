import { randomUUID } from 'node:crypto'
import type fc from 'fast-check'
import { expect } from 'vitest'
import { aPushedRequest } from '../support/pushed.ts'
import { slotsAfter, stateOf, withdraw, type Model, type ModelRequest } from './model.ts'
import type { Stage } from './stage.ts'

export type Command = fc.AsyncCommand<Model, Stage>

/** One of the requests so far, by a number that keeps its meaning while histories shrink. */
export const pick = ({ requests }: Readonly<Model>, number: number): ModelRequest => requests[number % requests.length]!

async function send(stage: Stage, type: string, data: unknown, timestamp = stage.now) {
  const [id, payload] = [randomUUID(), { type, timestamp: new Date(timestamp).toISOString(), data }]
  const answer = await stage.world.staff.post('/webhooks/requests', payload, id, stage.world.clock.now())
  return { id, payload, answer }
}

export class Push implements Command {
  readonly max: number

  constructor(max: number) {
    this.max = max
  }

  check = (): boolean => true

  async run(model: Model, stage: Stage): Promise<void> {
    const data = aPushedRequest({ externalId: randomUUID(), maxPartners: this.max, users: 1 }) as ModelRequest['data']
    const { answer, ...lastPush } = await send(stage, 'request.created', data)
    expect(answer).toMatchObject({ status: 202, body: { state: 'open' } })
    model.requests.push({
      ...{ id: answer.body.id as string, externalId: data.externalId as string, data, users: 1, max: this.max },
      ...{ isWithdrawn: false, releasedAt: stage.now, lastPush, holders: new Map() }
    })
  }

  toString = (): string => `push(${this.max})`
}

/** The same message once more: the first answer, and nothing happens. */
export class PushAgain implements Command {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }

  check = ({ requests }: Readonly<Model>): boolean => requests.length > 0

  async run(model: Model, stage: Stage): Promise<void> {
    const { id, lastPush } = pick(model, this.number)
    const now = stage.world.clock.now()
    const answer = await stage.world.staff.post('/webhooks/requests', lastPush.payload, lastPush.id, now)
    expect(answer).toMatchObject({ status: 202, body: { id } })
  }

  toString = (): string => `pushAgain(${this.number})`
}

/** Answers the state in which the request is said to be. */
export async function pushNews(
  stage: Stage,
  request: ModelRequest,
  news: { users: number; maxPartners: number },
  timestamp?: number
): Promise<string> {
  const { answer, ...lastPush } = await send(stage, 'request.updated', { ...request.data, ...news }, timestamp)
  expect(answer).toMatchObject({ status: 202, body: { id: request.id } })
  request.lastPush = lastPush
  return answer.body.state as string
}

/** News of a request, or news that were overtaken by others. */
export class PushChanged implements Command {
  readonly number: number
  readonly max: number
  readonly isOvertaken: boolean

  constructor(number: number, max: number, isOvertaken: boolean) {
    this.number = number
    this.max = max
    this.isOvertaken = isOvertaken
  }

  check = ({ requests }: Readonly<Model>): boolean => requests.length > 0

  async run(model: Model, stage: Stage): Promise<void> {
    const request = pick(model, this.number)
    if (this.isOvertaken) {
      await pushNews(stage, request, { users: 1000, maxPartners: this.max }, request.releasedAt - 60_000)
      return
    }
    const users = request.users + 1
    const state = await pushNews(stage, request, { users, maxPartners: this.max })
    Object.assign(request, { users, max: slotsAfter(this.max, request.holders.size) })
    expect(state).toBe(stateOf(request, stage.now))
  }

  toString = (): string => `pushChanged(${this.number}, ${this.max}${this.isOvertaken ? ', overtaken' : ''})`
}

export async function pushWithdrawal(request: ModelRequest, stage: Stage): Promise<void> {
  const { answer, ...lastPush } = await send(stage, 'request.withdrawn', { externalId: request.externalId })
  expect(answer).toMatchObject({ status: 202, body: { id: request.id, state: 'withdrawn' } })
  request.lastPush = lastPush
}

/** Once everyone who holds a slot is known; what it changes is done before anything else happens. */
export async function withdrawn(request: ModelRequest, stage: Stage): Promise<void> {
  withdraw(request)
  await stage.quiet()
}

export class Withdraw implements Command {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }

  check = ({ requests }: Readonly<Model>): boolean => requests.length > 0

  async run(model: Model, stage: Stage): Promise<void> {
    const request = pick(model, this.number)
    await pushWithdrawal(request, stage)
    await withdrawn(request, stage)
  }

  toString = (): string => `withdraw(${this.number})`
}
