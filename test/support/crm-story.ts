import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmulatedPortal, PortalOptions } from '../portal/bitrix24.ts'
import type { ApiClient } from './api-client.ts'
import type { Tenant, TestWorld } from './app.ts'
import type { TestClock } from './clock.ts'
import { aRequest } from './factories.ts'
import { eventually } from './wait.ts'

/** Standard requests are open to all at once, and nobody reaches a limit. */
export const OPEN_POLICY = {
  unlockMinutes: { standard: [0, 0, 0, 0] },
  levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 100, inWork: 100 }))
}

export function policyFile(policy: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'policy.json')
  writeFileSync(file, JSON.stringify(policy))
  return file
}

export interface Taken {
  id: string
  externalId: string
  /** Of the lead, or of the deal in a simple CRM. */
  itemId: number
}

export const kindsOf = (reservation: any): string[] => reservation.history.map((entry: any) => entry.kind)

let phones = 0

/** What happens to the reservations of one partner with one portal. */
export class CrmStory {
  readonly world: TestWorld
  readonly portal: EmulatedPortal
  readonly partnerCode: string
  agent: ApiClient

  private constructor(world: TestWorld, tenant: Tenant) {
    this.world = world
    this.portal = tenant.portal
    this.partnerCode = tenant.partnerCode
    this.agent = tenant.agent
  }

  static async start(world: TestWorld, options: Partial<PortalOptions> = {}): Promise<CrmStory> {
    return new CrmStory(world, await world.addPartner({}, options))
  }

  /** A new request, reserved and arrived in the CRM. */
  async reserved(overrides: Record<string, unknown> = {}): Promise<Taken> {
    const phone = `+49302312${String(5000 + phones++)}`
    const request = aRequest({ contact: { ...(aRequest().contact as object), phone }, ...overrides })
    const pushed = await this.world.staff.push(request, 'request.created', this.world.clock.now())
    const { reservation } = (await this.agent.reserve(pushed.body.id as string)).expect(201)
    const own = await this.reservationWith(reservation.id, 'its CRM stage', (one) => one.crm?.stageName)
    return { id: reservation.id, externalId: request.externalId as string, itemId: own.crm.id }
  }

  async show(id: string): Promise<any> {
    return (await this.agent.get(`/api/reservations/${id}`)).expect(200)
  }

  reservationWith(id: string, what: string, check: (one: any) => unknown): Promise<any> {
    return eventually(what, async () => {
      const one = await this.show(id)
      return check(one) ? one : undefined
    })
  }

  withOutcome(id: string, outcome: string): Promise<any> {
    return this.reservationWith(id, `outcome ${outcome}`, (one) => one.outcome === outcome)
  }

  /** A win that waits, for this reason. */
  withReview(id: string, reason: string): Promise<any> {
    return this.reservationWith(id, `review: ${reason}`, (one) => {
      const last = one.history.filter((entry: any) => entry.kind === 'win_review').at(-1)
      return one.review === 'win_pending' && last?.detail === reason
    })
  }

  async rating(): Promise<any> {
    return (await this.agent.get('/api/rating')).expect(200)
  }

  async worked(itemId: number, entityTypeId = 1): Promise<void> {
    await this.portal.addActivity(entityTypeId, itemId)
  }

  async converted(leadId: number, deals = 1): Promise<number[]> {
    return (await this.portal.convertLead(leadId, { deals })).dealIds
  }

  /** Moves the clocks; sessions live an hour, so that a new one is opened. */
  async later(time: Parameters<TestClock['advance']>[0]): Promise<void> {
    this.world.clock.advance(time)
    this.agent = await this.world.openAs(this.portal, 2)
  }
}
