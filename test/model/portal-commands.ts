import type { FaultKind } from '../portal/rest/faults.ts'
import type { TestClock } from '../support/clock.ts'
import { mayMove, move, type LeadMove, type Model, type ModelReservation } from './model.ts'
import type { Stage } from './stage.ts'
import type { Command } from './staff-commands.ts'

const LEAD = 1
const DEAL = 2

interface Held {
  partner: number
  reservation: ModelReservation
}

/** A reservation of any request, by a number. */
function heldOf({ requests }: Readonly<Model>, number: number): Held | undefined {
  const all = requests.flatMap(({ holders }) =>
    [...holders].map(([partner, reservation]) => ({ partner, reservation }))
  )
  return all[number % all.length]
}

/** An agent works in the CRM. Where the app is not installed nobody hears of it before the next installation. */
export class Move implements Command {
  readonly number: number
  readonly how: LeadMove

  constructor(number: number, how: LeadMove) {
    this.number = number
    this.how = how
  }

  /** What is closed while nobody listens, and reopened weeks later, is beyond the promise. */
  check = (model: Readonly<Model>): boolean => {
    const held = heldOf(model, this.number)
    if (!held || !mayMove(held.reservation, this.how)) return false
    return model.installed[held.partner] === true
  }

  async run(model: Model, stage: Stage): Promise<void> {
    const { partner, reservation } = heldOf(model, this.number)!
    const { portal } = stage.tenant(partner)
    const leadId = await stage.leadOf(partner, reservation.id)
    const [deal] = portal.crm.list(DEAL).filter((item) => item.leadId === leadId)
    const [type, id] = deal ? [DEAL, deal.id] : [LEAD, leadId]
    if (this.how === 'convert') await portal.convertLead(leadId)
    else if (this.how === 'lose') await portal.lose(type, id)
    else if (this.how === 'reopen') await portal.reopen(type, id)
    else {
      await portal.addActivity(type, id)
      await portal.win(id)
    }
    move(reservation, this.how)
  }

  toString = (): string => `move(${this.number}, ${this.how})`
}

export const TROUBLES = [
  ...['timeoutAfterWrite', 'timeoutBeforeWrite', 'resetBefore', 'resetAfter', 'error500Before', 'error500After'],
  ...['plain503', 'queryLimit503', 'operation429', 'html200', 'expiredToken', 'missingBatchEntry', 'internal500']
] as FaultKind[]
export const CRM_METHODS = ['crm.item.add', 'crm.item.get', 'crm.item.list', /^crm\./]

/** The next call of this kind goes wrong, once. */
export class Trouble implements Command {
  readonly partner: number
  readonly kind: FaultKind
  readonly method: string | RegExp

  constructor(partner: number, kind: FaultKind, method: string | RegExp) {
    this.partner = partner
    this.kind = kind
    this.method = method
  }

  check = (): boolean => true

  run(model: Model, stage: Stage): Promise<void> {
    const { portal } = stage.tenant(this.partner % model.installed.length)
    portal.faults.once({ kind: this.kind, method: this.method, delayMs: 20 })
    return Promise.resolve()
  }

  toString = (): string => `trouble(${this.partner}, ${this.kind}, ${this.method})`
}

/** From now on each event comes twice, and in any order. */
export class Shuffle implements Command {
  readonly partner: number

  constructor(partner: number) {
    this.partner = partner
  }

  check = (): boolean => true

  run(model: Model, stage: Stage): Promise<void> {
    const { events } = stage.tenant(this.partner % model.installed.length).portal
    events.duplicate(2)
    events.shuffle()
    return Promise.resolve()
  }

  toString = (): string => `shuffle(${this.partner})`
}

export const SPANS = [
  { minutes: 1 },
  { seconds: 62 },
  { minutes: 16 },
  { hours: 2 },
  { hours: 80 },
  { days: 9 }
] satisfies Parameters<TestClock['advance']>[0][]

export class Pass implements Command {
  readonly time: (typeof SPANS)[number]

  constructor(time: (typeof SPANS)[number]) {
    this.time = time
  }

  check = (): boolean => true

  async run(_model: Model, stage: Stage): Promise<void> {
    stage.world.clock.advance(this.time)
    await stage.world.app.timers.run()
  }

  toString = (): string => `pass(${JSON.stringify(this.time)})`
}

export class Uninstall implements Command {
  readonly partner: number
  readonly isClean: boolean

  constructor(partner: number, isClean: boolean) {
    this.partner = partner
    this.isClean = isClean
  }

  check = ({ installed }: Readonly<Model>): boolean => installed[this.partner % installed.length] === true

  async run(model: Model, stage: Stage): Promise<void> {
    const partner = this.partner % model.installed.length
    await stage.uninstall(partner, this.isClean)
    model.installed[partner] = false
  }

  toString = (): string => `uninstall(${this.partner}${this.isClean ? ', clean' : ''})`
}

export class Reinstall implements Command {
  readonly partner: number

  constructor(partner: number) {
    this.partner = partner
  }

  check = ({ installed }: Readonly<Model>): boolean => installed[this.partner % installed.length] === false

  async run(model: Model, stage: Stage): Promise<void> {
    const partner = this.partner % model.installed.length
    await stage.reinstall(partner)
    model.installed[partner] = true
  }

  toString = (): string => `reinstall(${this.partner})`
}

/** The event of the end arrives when the app has long been back. */
export class ReinstallBeforeItsEnd implements Command {
  readonly partner: number

  constructor(partner: number) {
    this.partner = partner
  }

  check = ({ installed }: Readonly<Model>): boolean => installed[this.partner % installed.length] === true

  async run(model: Model, stage: Stage): Promise<void> {
    const partner = this.partner % model.installed.length
    const { events } = stage.tenant(partner).portal
    events.hold()
    await stage.uninstall(partner, false)
    await stage.reinstall(partner)
    events.release()
    await stage.tenant(partner).portal.settled()
  }

  toString = (): string => `reinstallBeforeItsEnd(${this.partner})`
}
