import type { Clock } from '../clock.ts'
import { onCommit } from '../db/transaction.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import { JOB_KINDS, type JobKind, type JobPayload } from './kinds.ts'
import { Places } from './places.ts'
import { claimJobs, completeJob, extendClaim, releaseJob, releaseStaleJobs, type Job } from './repository.ts'
import { decide, hintOf } from './retry-policy.ts'

export type JobHandlers = { [Kind in JobKind]: (payload: JobPayload<Kind>, attempt: number) => Promise<void> }

const POLL_MS = 500
const CLAIM_MS = 45_000
const EXTEND_MS = 10_000
/** Commits of one burst are looked at together. */
const GATHER_MS = 10

/**
 * Works the outbox off. States of a job: waiting (unlocked) → claimed (locked, attempt counted) → gone,
 * or waiting again with a later due time. A process that dies leaves its claims; they are waiting again
 * once `lockedUntil` has passed, or at the start of a worker with the same name. Handlers are repeatable.
 */
export class Worker {
  readonly #name: string
  readonly #running = new Map<string, Promise<void>>()
  readonly #places = new Places(() => this.nudge())
  readonly #options: { db: Db; clock: Clock; log: Log; handlers: JobHandlers }
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #unsubscribe: (() => void) | undefined
  #isClaiming = false
  #isNudged = false
  #isStopped = true

  constructor(options: { db: Db; clock: Clock; log: Log; handlers: JobHandlers }) {
    this.#options = options
    this.#name = `${process.pid}:${newId()}`
  }

  start(): void {
    this.#isStopped = false
    this.#timer = setInterval(() => this.nudge(), POLL_MS)
    this.#unsubscribe = onCommit(this.#options.db, () => this.#nudgeSoon())
    this.nudge()
  }

  /** Claims no more and waits for what runs. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
    this.#unsubscribe?.()
    await Promise.allSettled(this.#running.values())
  }

  nudge(): void {
    if (this.#isStopped) return
    this.#isNudged = true
    if (!this.#isClaiming) void this.#claimWhileNudged()
  }

  #nudgeSoon(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined
      this.nudge()
    }, GATHER_MS)
  }

  async #claimWhileNudged(): Promise<void> {
    this.#isClaiming = true
    try {
      while (this.#isNudged && !this.#isStopped) {
        this.#isNudged = false
        if ((await this.#claim()) > 0) this.#isNudged = true
      }
    } catch (error) {
      this.#options.log.warn({ err: error }, 'jobs could not be claimed')
    } finally {
      this.#isClaiming = false
    }
  }

  async #claim(): Promise<number> {
    const { db, clock } = this.#options
    const { quickFree, slowFree, slowQueues } = this.#places
    if (quickFree <= 0 && slowFree <= 0) return 0
    const now = clock.now()
    await releaseStaleJobs(db, now.toISOString(), (id) => this.#running.has(id))
    const until = new Date(now.getTime() + CLAIM_MS).toISOString()
    const claim = { now: now.toISOString(), until, worker: this.#name }
    const quick = await claimJobs(db, { ...claim, limit: quickFree, queues: { except: slowQueues } })
    this.#start(quick)
    const slow = await claimJobs(db, { ...claim, limit: slowFree, queues: { only: slowQueues } })
    this.#start(slow)
    return quick.length + slow.length
  }

  #start(jobs: Job[]): void {
    for (const job of jobs) {
      this.#places.take(job.id, job.queue)
      const run = this.#run(job).finally(() => {
        this.#running.delete(job.id)
        this.#places.leave(job.id)
      })
      this.#running.set(job.id, run)
    }
  }

  async #run(job: Job): Promise<void> {
    const { db, clock, log } = this.#options
    const heartbeat = setInterval(() => {
      void extendClaim(db, job, new Date(clock.now().getTime() + CLAIM_MS).toISOString()).catch(() => undefined)
    }, EXTEND_MS)
    try {
      await this.#handle(job)
      await completeJob(db, job)
    } catch (error) {
      const decision = decide(hintOf(error), job.attempts, clock.now())
      log.warn(
        { err: error, job: job.kind, jobId: job.id, attempt: job.attempts, decision: decision.action },
        'a job failed'
      )
      await this.#settle(job, decision, error)
    } finally {
      clearInterval(heartbeat)
    }
  }

  async #handle(job: Job): Promise<void> {
    const kind = job.kind as JobKind
    const payload: unknown = JOB_KINDS[kind].parse(JSON.parse(job.payload))
    await (this.#options.handlers[kind] as (payload: unknown, attempt: number) => Promise<void>)(payload, job.attempts)
  }

  async #settle(job: Job, decision: ReturnType<typeof decide>, error: unknown): Promise<void> {
    try {
      if (decision.action === 'drop') await completeJob(this.#options.db, job)
      else await releaseJob(this.#options.db, job, { ...decision, error: (error as Error).message.slice(0, 500) })
    } catch (failure) {
      // The claim runs out by itself and the job is waiting again.
      this.#options.log.error({ err: failure, jobId: job.id }, 'a job could not be put back')
    }
  }
}
