import { expect } from 'vitest'
import type { Tenant, TestWorld } from '../support/app.ts'
import { eventually } from '../support/wait.ts'
import { aPushedRequest } from '../support/pushed.ts'
import { strike, type DeliveryCall } from './calls.ts'
import type { Fault, Shown, Struck } from './faults.ts'
import { expectOneOfEach, expectTold } from './crm-truth.ts'

type View = { delivery: { state: string; attempts: number; error?: string; nextAttemptAt?: string } } & Record<
  string,
  any
>

/** One fault on one call of one delivery, step by step; the steps of many cells go side by side. */
export class Cell {
  readonly fault: Fault
  readonly call: DeliveryCall
  readonly tenant: Tenant
  readonly #world: TestWorld
  readonly #struck: Struck
  #id = ''
  #request: Record<string, any> = {}
  shown: Shown = 'delivered'
  words = ''
  isFinished = false

  constructor(world: TestWorld, tenant: Tenant, fault: Fault, call: DeliveryCall) {
    this.#world = world
    this.tenant = tenant
    this.fault = fault
    this.call = call
    this.#struck = { portal: tenant.portal, call, late: [] }
  }

  get name(): string {
    return `${this.fault.name} × ${this.call.name}`
  }

  /** The fault waits in the portal, the reservation is made. */
  async reserve(): Promise<void> {
    const { portal } = this.tenant
    portal.faults.clear()
    this.tenant.admin = await this.#world.openAs(portal, 1)
    this.tenant.agent = await this.#world.openAs(portal, 2)
    const { after, refused } = this.call
    if (after) portal.faults.once(strike(after, { kind: 'resetAfter' }))
    if (refused) portal.faults.once(strike(refused, { kind: 'accessDenied' }))
    this.fault.arm(this.#struck)
    this.#request = aPushedRequest({ budget: { amount: 3000, currency: 'EUR' }, users: 12 })
    const pushed = await this.#world.staff.push(this.#request, 'request.created', this.#world.clock.now())
    expect(pushed, this.name).toMatchObject({ status: 202, body: { state: 'open' } })
    const { reservation } = (await this.tenant.agent.reserve(pushed.body.id as string)).expect(201)
    this.#id = reservation.id as string
    if (after) await this.#until('the lost answer', (state) => state === 'retrying')
  }

  /** What is shown at once, and with which words. */
  async look(): Promise<void> {
    const expected = this.#expected()
    const view = await this.#until(
      `the fault, shown as ${expected}`,
      async (state) => this.#hasStruck() && state !== 'pending' && (await this.#isIdle())
    )
    const { state, error = '', nextAttemptAt } = view.delivery
    expect({ cell: this.name, state, error }).toEqual({ cell: this.name, state: expected, error })
    this.shown = state as Shown
    this.words = error
    if (state === 'delivered') return
    expect(error, this.name).toMatch(this.call.refused ? /Access denied/ : (this.fault.words ?? /./))
    if (state === 'retrying') this.#expectPause(nextAttemptAt)
    if (state === 'parked') expect((await this.#trouble()).length, `${this.name}: told to administrators`).toBe(1)
  }

  /** Nobody may look before 61 s have passed, however often the button is pressed. */
  async sendAgainTooEarly(): Promise<void> {
    const calls = this.#callsOfKind()
    await this.#sendAgain()
    await this.#settle()
    if (this.#mayHaveLeft()) expect(this.#callsOfKind(), `${this.name}: looked or sent too early`).toBe(calls)
    for (const apply of this.#struck.late) await apply()
  }

  async mend(): Promise<void> {
    const { portal } = this.tenant
    this.fault.mend?.(this.#struck)
    for (const { id } of portal.users.filter((user) => user.isAdmin && user.active)) await portal.openApp(id)
    if (!this.fault.isHealedByOpening) await this.#sendAgain()
  }

  async finish(): Promise<void> {
    await this.#until('the delivery', (state) => state === 'delivered')
    await this.#sendAgain()
    await this.#settle()
    const view = await this.#view()
    expect(view.delivery, this.name).toEqual({ state: 'delivered', attempts: view.delivery.attempts })
    await this.#untilWell()
    expectOneOfEach(this.tenant.portal, view, this.#request, this.name)
    const passes = /retrying|delivered/.test(this.fault.shown(this.call.refused ?? this.call))
    await expectTold(this.tenant.portal, view, this.call, passes, this.name)
    this.isFinished = true
  }

  /** The trigger comes after the delivery, and a notice tells of a refusal: trouble with them changes neither. */
  #expected(): Shown {
    if (this.call.kind === 'trigger') return 'delivered'
    return this.call.refused ? 'refused' : this.fault.shown(this.call)
  }

  #hasStruck(): boolean {
    const least = this.call.after || this.call.refused ? 2 : 1
    return this.fault.name.startsWith('mandatory') || this.tenant.portal.faults.hits() >= least
  }

  /** The call may have been carried out: its answer did not come. */
  #mayHaveLeft(): boolean {
    return this.shown === 'retrying' && /^(add|task)$/.test(this.call.kind) && /did not say whether/.test(this.words)
  }

  #callsOfKind(): number {
    return ['crm.item.add', 'crm.item.list', 'crm.activity.todo.add', 'crm.activity.list'].reduce(
      (sum, method) => sum + this.tenant.portal.requests.of(method).filter(({ batchKey }) => !batchKey).length,
      0
    )
  }

  /** A step that may still be carried out rests for 61 s; what was not sent may come sooner. */
  #expectPause(nextAttemptAt: string | undefined): void {
    const pause = Date.parse(nextAttemptAt ?? '') - this.#world.clock.now().getTime()
    if (this.#mayHaveLeft()) expect(pause, `${this.name}: when it is tried again`).toBe(61_000)
    else expect(pause, `${this.name}: when it is tried again`).toBeGreaterThan(0)
    expect(pause, `${this.name}: when it is tried again`).toBeLessThanOrEqual(61_000)
  }

  async #sendAgain(): Promise<void> {
    const press = () => this.tenant.agent.post(`/api/reservations/${this.#id}/delivery`)
    for (const answer of await Promise.all([press(), press()])) answer.expect(200)
  }

  async #view(): Promise<View> {
    return (await this.tenant.agent.get(`/api/reservations/${this.#id}`)).expect(200) as View
  }

  async #trouble(): Promise<string[]> {
    return (await this.tenant.admin.get('/api/me')).expect(200).trouble as string[]
  }

  /** Administrators are told no longer, whoever or whatever healed the portal. */
  async #untilWell(): Promise<void> {
    await eventually(`${this.name}: well again`, async () => (await this.#troubleStored()) === null)
    expect(await this.#trouble(), this.name).toEqual([])
  }

  async #troubleStored(): Promise<string | null> {
    const portal = this.#world.app.ctx.db.selectFrom('portal').select('trouble')
    return (await portal.where('memberId', '=', this.tenant.portal.memberId).executeTakeFirstOrThrow()).trouble
  }

  /** Waits by looking into the store: sessions may not ask the API that often. */
  async #until(what: string, check: (state: string) => unknown): Promise<View> {
    await eventually(
      `${this.name}: ${what}`,
      async () => {
        const { state, error } = await this.#world.app.ctx.db
          .selectFrom('delivery')
          .select(['state', 'error'])
          .where('reservationId', '=', this.#id)
          .executeTakeFirstOrThrow()
        if (await check(state)) return true
        throw new Error(`${state}: ${error}`)
      },
      30_000
    )
    return this.#view()
  }

  /** No delivery of this portal runs or could run now. */
  async #isIdle(): Promise<boolean> {
    const now = this.#world.clock.now().toISOString()
    const busy = await this.#world.app.ctx.db
      .selectFrom('job')
      .select('id')
      .where('kind', '=', 'delivery.send')
      .where('queue', '=', this.tenant.portal.memberId)
      .where((job) => job.or([job('lockedBy', 'is not', null), job('dueAt', '<=', now)]))
      .executeTakeFirst()
    return busy === undefined
  }

  async #settle(): Promise<void> {
    await eventually(`${this.name}: quiet`, () => this.#isIdle(), 30_000)
  }
}
