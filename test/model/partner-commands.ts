import { expect } from 'vitest'
import { call, type ApiAnswer } from '../support/api-client.ts'
import { answerTo, stateOf, type Model, type ModelRequest } from './model.ts'
import type { Stage } from './stage.ts'
import { pick, pushNews, pushWithdrawal, withdrawn, type Command } from './staff-commands.ts'

const partnerOf = ({ installed }: Readonly<Model>, number: number): number => number % installed.length

export class Reserve implements Command {
  readonly number: number
  readonly partner: number

  constructor(number: number, partner: number) {
    this.number = number
    this.partner = partner
  }

  check = ({ requests }: Readonly<Model>): boolean => requests.length > 0

  async run(model: Model, stage: Stage): Promise<void> {
    const [request, partner] = [pick(model, this.number), partnerOf(model, this.partner)]
    if (!model.installed[partner]) return this.#expectRefused(request, partner, stage)
    const expected = answerTo(request, partner, stage.now)
    const answer = await stage.reserve(partner, request)
    expect({ status: answer.status, code: answer.body.code }).toEqual({ code: undefined, ...expected })
    if (expected.status === 409) return expectNoContact(request, answer)
    expect(answer.body.contact).toMatchObject(request.data.contact)
    if (expected.status === 201) hold(request, partner, answer)
    else expect(answer.body.reservation.id).toBe(request.holders.get(partner)!.id)
  }

  /** Of a portal without the app: its sessions are dead. */
  async #expectRefused(request: ModelRequest, partner: number, stage: Stage): Promise<void> {
    const headers = { authorization: `Bearer ${stage.tenant(partner).agent.token}` }
    const path = `/api/requests/${request.id}/reservation`
    expect((await call(stage.world.origin, 'POST', path, { acceptContactRules: '1' }, headers)).status).toBe(401)
  }

  toString = (): string => `reserve(${this.number}, by ${this.partner})`
}

const RIVALS = ['nothing', 'withdraw', 'shrink', 'expire'] as const
export type Rival = (typeof RIVALS)[number]
export const rivals: readonly Rival[] = RIVALS

/** All partners at once, each of them twice, and perhaps something that ends it at the same time. */
export class Race implements Command {
  readonly number: number
  readonly rival: Rival

  constructor(number: number, rival: Rival) {
    this.number = number
    this.rival = rival
  }

  check = ({ requests }: Readonly<Model>): boolean => requests.length > 0

  async run(model: Model, stage: Stage): Promise<void> {
    const request = pick(model, this.number)
    const before = {
      held: request.holders.size,
      state: stateOf(request, stage.now),
      free: request.max - request.holders.size
    }
    const partners = model.installed.flatMap((isInstalled, partner) => (isInstalled ? [partner] : []))
    const newcomers = partners.filter((partner) => !request.holders.has(partner)).length
    // Sessions that have run out are opened anew before it starts.
    for (const partner of partners) (await stage.tenant(partner).agent.get('/api/me')).expect(200)
    const ended = this.#end(model, stage)
    const answers = await Promise.all(
      [...partners, ...partners].map(async (partner) => ({ partner, answer: await stage.reserve(partner, request) }))
    )
    await ended
    for (const { partner, answer } of answers) {
      expect([200, 201, 409, 401]).toContain(answer.status)
      if (answer.status === 409) expectNoContact(request, answer)
      if (answer.status === 201) {
        expect(request.holders.has(partner), 'a second slot for the same partner').toBe(false)
        hold(request, partner, answer)
      }
    }
    if (this.rival === 'withdraw') await withdrawn(request, stage)
    const won = request.holders.size - before.held
    if (this.rival === 'nothing') expect(won).toBe(before.state === 'open' ? Math.min(before.free, newcomers) : 0)
    else expect(won).toBeLessThanOrEqual(before.state === 'open' ? Math.max(0, before.free) : 0)
    if (this.rival === 'shrink') await this.#adopt(request, before.held, stage)
  }

  async #end(model: Model, stage: Stage): Promise<void> {
    if (this.rival === 'withdraw') await pushWithdrawal(pick(model, this.number), stage)
    if (this.rival === 'shrink') {
      const request = pick(model, this.number)
      request.users += 1
      await pushNews(stage, request, { users: request.users, maxPartners: 1 })
    }
    if (this.rival === 'expire') {
      stage.world.clock.advance({ days: 31 })
      await stage.world.app.timers.run()
    }
  }

  /** The push found some of them there, and left as many slots, but at least one. */
  async #adopt(request: ModelRequest, heldBefore: number, stage: Stage): Promise<void> {
    request.max = (await stage.storedRequest(request.id)).maxPartners
    expect(request.max).toBeGreaterThanOrEqual(Math.max(1, heldBefore))
    expect(request.max).toBeLessThanOrEqual(Math.max(1, request.holders.size))
  }

  toString = (): string => `race(${this.number}${this.rival === 'nothing' ? '' : `, against ${this.rival}`})`
}

/** Whoever holds a slot reads the contact, and nobody else does, wherever it may stand. */
export class Look implements Command {
  readonly number: number
  readonly partner: number

  constructor(number: number, partner: number) {
    this.number = number
    this.partner = partner
  }

  check = (model: Readonly<Model>): boolean =>
    model.requests.length > 0 && model.installed[partnerOf(model, this.partner)] === true

  async run(model: Model, stage: Stage): Promise<void> {
    const [request, partner] = [pick(model, this.number), partnerOf(model, this.partner)]
    const { agent } = stage.tenant(partner)
    const feed = await agent.get('/api/requests')
    const card = await agent.get(`/api/requests/${request.id}`)
    for (const answer of [feed, card]) expectNoContact(request, answer)
    for (const [holder, { id }] of request.holders) {
      const own = await agent.get(`/api/reservations/${id}`)
      if (holder === partner) expect(own.expect(200).contact).toMatchObject(request.data.contact)
      else {
        expect(own.status).toBe(404)
        expectNoContact(request, own)
      }
    }
    const state = stateOf(request, stage.now)
    const isInFeed = (feed.expect(200).items as { id: string }[]).some(({ id }) => id === request.id)
    if (state === 'withdrawn' || state === 'expired') expect(isInFeed).toBe(false)
    if (state !== 'open' && state !== 'full') return
    expect(card.expect(200)).toMatchObject({
      ...{ state, users: request.users, slots: { taken: request.holders.size, max: request.max } },
      mine: request.holders.get(partner)?.id ?? null
    })
  }

  toString = (): string => `look(${this.number}, by ${this.partner})`
}

function hold(request: ModelRequest, partner: number, answer: ApiAnswer): void {
  request.holders.set(partner, { id: answer.body.reservation.id as string, lead: 'P', deals: [], wasDecided: false })
}

export function expectNoContact({ data }: ModelRequest, answer: ApiAnswer): void {
  for (const secret of [data.contact.name, data.contact.phone, data.contact.email])
    expect(answer.text.includes(secret), `the contact in: ${answer.text.slice(0, 300)}`).toBe(false)
}
