import { setTimeout as pause } from 'node:timers/promises'
import { after, DAY, MINUTE, type Clock } from '../clock.ts'
import type { Db } from '../db/database.ts'
import type { PortalBudgetTable } from '../db/tables/portal.ts'
import type { Log } from '../log.ts'
import { findPortal, takeCall, updatePortal, type Portal } from '../portals/repository.ts'
import { PortalError } from './errors.ts'
import type { Command, CommandResult } from './portal-client.ts'
import { listBudgets, saveBudget } from './repository.ts'

/** Under the portal's own 50 (250 on Enterprise) at 2 (5) a second: other apps may share our address. */
export const BUCKET = { burst: 40, perSecond: 2 }
const LONGEST_WAIT_MS = 30_000

/** Seconds that one method may run in ten minutes: 480 at the portal, with a margin. */
export const OPERATING_LIMIT_S = 460
/** Less is far from the limit and not worth a write. */
const WORTH_NOTING_S = 60

/** The block is lifted by Bitrix24's support; whoever calls before makes it worse. */
const HOLD_MS = DAY

/** What a portal allows, kept in the store for all processes: its bucket, each method's time, the block by hand. */
export class PortalLimits {
  readonly #db: Db
  readonly #clock: Clock
  readonly #log: Log

  constructor({ db, clock, log }: { db: Db; clock: Clock; log: Log }) {
    this.#db = db
    this.#clock = clock
    this.#log = log
  }

  /** Throws where Bitrix24 has blocked the app by hand: not even one call is made. */
  mustNotBeHeld({ heldUntil }: Portal): void {
    if (heldUntil !== null && Date.parse(heldUntil) > this.#clock.now().getTime())
      throw new PortalError('overload', 'OVERLOAD_LIMIT', 'REST API is blocked due to overload.', heldUntil)
  }

  /** A call that does not wait takes its place from those that do, as long as there are any. */
  async countCall(memberId: string): Promise<void> {
    if (await findPortal(this.#db, memberId)) await takeCall(this.#db, memberId, this.#clock.now(), BUCKET)
  }

  async waitForBucket(memberId: string): Promise<void> {
    const started = Date.now()
    while (!(await takeCall(this.#db, memberId, this.#clock.now(), BUCKET))) {
      if (Date.now() - started > LONGEST_WAIT_MS) {
        const retryAt = after(this.#clock.now(), LONGEST_WAIT_MS)
        throw new PortalError('throttled', 'BUCKET_FULL', 'Too many calls wait for the portal', retryAt)
      }
      await pause(100 + Math.random() * 150)
    }
  }

  /** Those of the methods that have to rest, each with the error that a call would meet. */
  async resting(memberId: string, methods: string[]): Promise<Map<string, PortalError>> {
    const now = this.#clock.now().getTime()
    const resting = (await listBudgets(this.#db, memberId, methods)).filter(
      ({ blockedUntil }) => blockedUntil !== null && Date.parse(blockedUntil) > now
    )
    return new Map(resting.map(({ method, blockedUntil }) => [method, overtime(blockedUntil!)]))
  }

  /** What each method has used, as a success tells: refusals carry no times. */
  async noteTimes(memberId: string, times: [method: string, time: Record<string, unknown>][]): Promise<void> {
    const latest = new Map<string, { usedS: number; resetAt: string }>()
    for (const [method, { operating, operating_reset_at }] of times) {
      const usedS = Number(operating)
      if (!(usedS >= WORTH_NOTING_S) || !(Number(operating_reset_at) > 0)) continue
      if (usedS >= (latest.get(method)?.usedS ?? 0))
        latest.set(method, { usedS, resetAt: new Date(Number(operating_reset_at) * 1000).toISOString() })
    }
    for (const [method, { usedS, resetAt }] of latest) {
      const blockedUntil = usedS >= OPERATING_LIMIT_S ? resetAt : null
      await this.#save({ memberId, method, usedS, resetAt, blockedUntil })
    }
  }

  /** The same for each command of a batch; its error gets the time to come again. */
  async noteBatch(
    memberId: string,
    commands: [name: string, Command][],
    times: Record<string, Record<string, unknown>>,
    results: Record<string, CommandResult>
  ): Promise<void> {
    await this.noteTimes(
      memberId,
      commands.map(([name, { method }]) => [method, times[name] ?? {}])
    )
    for (const [name, { method }] of commands) {
      const result = results[name]
      if (result && !result.ok) result.error = await this.noteRefusal(memberId, method, result.error)
    }
  }

  /** What a refused call means for those that follow, in any process; answers the error with the time to come again. */
  async noteRefusal(memberId: string, method: string, error: PortalError): Promise<PortalError> {
    const code = error.code.toUpperCase()
    if (code === 'OVERLOAD_LIMIT') await this.#hold(memberId)
    return code === 'OPERATION_TIME_LIMIT' ? this.#rest(memberId, method, error) : error
  }

  async #rest(memberId: string, method: string, { code, message }: PortalError): Promise<PortalError> {
    const now = this.#clock.now()
    const [known] = await listBudgets(this.#db, memberId, [method])
    const isAhead = known !== undefined && Date.parse(known.resetAt) > now.getTime()
    const until = isAhead ? known.resetAt : after(now, MINUTE)
    await this.#save({
      ...{ memberId, method, usedS: known?.usedS ?? OPERATING_LIMIT_S, resetAt: until, blockedUntil: until }
    })
    return new PortalError('throttled', code, message, until)
  }

  /** A note that fails is no failure of the call. */
  async #save(budget: PortalBudgetTable): Promise<void> {
    await saveBudget(this.#db, budget).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'an operating time could not be noted')
    })
  }

  async #hold(memberId: string): Promise<void> {
    const now = this.#clock.now()
    const heldUntil = after(now, HOLD_MS)
    await updatePortal(this.#db, memberId, { trouble: 'overload', heldUntil, updatedAt: now.toISOString() })
    this.#log.error({ memberId, heldUntil }, 'Bitrix24 has blocked the app on a portal: nothing is called there')
  }
}

const overtime = (until: string): PortalError =>
  new PortalError('throttled', 'OPERATION_TIME_LIMIT', 'The operating time of this method is used up', until)
