import type { Params } from './php.ts'
import { randomHex } from './secrets.ts'

export interface EventHandler {
  id: number
  event: string
  handler: string
  /** 0: the user whose action caused the event */
  authType: number
}

export interface PlacementHandler {
  placement: string
  userId: number
  handler: string
  options: Params
  title: string
  description: string
  langAll: Params
}

/** One life of the application on a portal, from the installer page to its removal. */
export class Installation {
  isStarted = false
  isFinished = false
  version: number
  applicationToken = randomHex()
  installedBy = 1
  eventHandlers: EventHandler[] = []
  placements: PlacementHandler[] = []
  appOptions: Params = {}
  readonly #userOptions = new Map<number, Params>()
  readonly #seenBy = new Set<number>()
  #nextHandlerId = 7

  constructor(version: number) {
    this.version = version
  }

  start(userId: number): void {
    if (!this.isStarted) this.installedBy = userId
    this.isStarted = true
  }

  addEventHandler(event: string, handler: string, authType: number): void {
    this.eventHandlers.push({ id: this.#nextHandlerId, event, handler, authType })
    this.#nextHandlerId += 1
  }

  removeEventHandlers(fits: (handler: EventHandler) => boolean): number {
    const before = this.eventHandlers.length
    this.eventHandlers = this.eventHandlers.filter((handler) => !fits(handler))
    return before - this.eventHandlers.length
  }

  userOptionsOf(userId: number): Params {
    const options = this.#userOptions.get(userId) ?? {}
    this.#userOptions.set(userId, options)
    return options
  }

  /** FIRST_RUN of the frame: true until this user's page said `setInstall`. */
  isFirstRun(userId: number): boolean {
    return !this.#seenBy.has(userId)
  }

  markSeen(userId: number): void {
    this.#seenBy.add(userId)
  }

  placementHandler(code: string, userId: number): PlacementHandler | undefined {
    if (!this.isFinished) return undefined
    return this.placements.find((row) => row.placement === code && (row.userId === 0 || row.userId === userId))
  }

  /** The platform removes handlers and widgets; settings stay unless the user ticked "delete data". */
  remove(clean: boolean): void {
    this.isStarted = false
    this.isFinished = false
    this.eventHandlers = []
    this.placements = []
    this.#seenBy.clear()
    if (!clean) return
    this.appOptions = {}
    this.#userOptions.clear()
  }
}
