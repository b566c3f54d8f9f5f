import { randomHex } from './secrets.ts'
import type { Params } from './php.ts'

export interface InboundWebhook {
  userId: number
  code: string
  scopes: string[]
}

export interface OutboundWebhook {
  id: number
  events: string[]
  url: string
  applicationToken: string
}

export interface Robot {
  code: string
  handler: string
  name: unknown
  properties: Params
  useSubscription: string
  returnProperties: Params
}

export interface RobotRun {
  code: string
  eventToken: string
  answered: boolean
  returnValues: Params
  logMessage: string
}

/** Everything that people set up around a portal: webhooks, triggers, robots, badges; and writes that come late. */
export class PortalAutomation {
  readonly inboundWebhooks: InboundWebhook[] = []
  readonly outboundWebhooks: OutboundWebhook[] = []
  readonly triggers = new Map<string, string>()
  readonly triggerRuns: Array<{ code: string; entityTypeId: number; id: number; at: number }> = []
  /** `code entityTypeId` → the stage to which the tenant attached the trigger */
  readonly attachedTriggers = new Map<string, string>()
  readonly robots = new Map<string, Robot>()
  readonly robotRuns: RobotRun[] = []
  readonly badges = new Map<string, Params>()
  readonly #late = new Set<NodeJS.Timeout>()
  #latePromises: Array<Promise<void>> = []

  attachTrigger(code: string, entityTypeId: number, stageId: string): void {
    this.attachedTriggers.set(`${code} ${entityTypeId}`, stageId)
  }

  /** An outgoing webhook made in the interface; returns the token that it sends. */
  createOutboundWebhook(events: string[], url: string): string {
    const applicationToken = randomHex()
    const names = events.map((event) => event.toUpperCase())
    this.outboundWebhooks.push({ id: this.outboundWebhooks.length + 100, events: names, url, applicationToken })
    return applicationToken
  }

  /** A write whose answer was lost is applied when the time has come. */
  applyLater(write: () => Promise<void>, delayMs: number): void {
    const done = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#late.delete(timer)
        void write().finally(resolve)
      }, delayMs)
      this.#late.add(timer)
    })
    this.#latePromises.push(done)
  }

  get lateWrites(): number {
    return this.#late.size
  }

  async lateWritesDone(): Promise<void> {
    const promises = this.#latePromises
    this.#latePromises = []
    await Promise.all(promises)
  }

  protected stopLateWrites(): void {
    for (const timer of this.#late) clearTimeout(timer)
    this.#late.clear()
  }
}
