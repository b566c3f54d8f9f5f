import { Router, type Request } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestHandler } from 'express'
import type { AppContext } from '../context.ts'
import { pendingMigrations } from '../db/migrate.ts'
import { oldestClaimable, oldestDeferred, probeStore } from '../outbox/repository.ts'
import { countPortalsByTrouble } from '../portals/repository.ts'
import { AppError } from '../errors.ts'

/** Due work that waits longer than this means that no worker runs. */
const LONGEST_WAIT_S = 300
/** A write that worked stands for this long. */
const PROBED_FOR_MS = 5_000

export class Metrics {
  readonly registry = new Registry()
  readonly calls = new Histogram({
    name: 'app_http_request_duration_seconds',
    help: 'Duration of calls by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry]
  })
  readonly jobs = new Counter({
    name: 'app_jobs_total',
    help: 'Jobs by kind and result',
    labelNames: ['kind', 'result'],
    registers: [this.registry]
  })
  readonly oldestDueJob = new Gauge({
    name: 'app_oldest_due_job_seconds',
    help: 'Age of the oldest job that is due',
    registers: [this.registry]
  })

  readonly oldestDeferredPush = new Gauge({
    name: 'app_oldest_deferred_push_seconds',
    help: 'Age of the oldest request of a burst that is on disk and not read yet',
    registers: [this.registry]
  })

  readonly troubledPortals = new Gauge({
    name: 'app_troubled_portals',
    help: 'Portals that can not be worked with, by trouble; overload is a block by hand and wants a person',
    labelNames: ['trouble'],
    registers: [this.registry]
  })

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  note(call: { method: string; route: string; status: number }, seconds: number): void {
    this.calls.observe({ ...call, status: String(call.status) }, seconds)
  }

  /** Times calls by the route's pattern: paths hold ids. */
  readonly middleware: RequestHandler = (request, response, next) => {
    const stop = this.calls.startTimer()
    response.on('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'other'
      stop({ method: request.method, route: String(route), status: String(response.statusCode) })
    })
    next()
  }
}

export function healthRoutes(ctx: AppContext, metrics: Metrics): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  const probe = createProbe(ctx)
  router.get('/readyz', async (_request, response) => {
    const readiness = await readinessOf(ctx, probe)
    response.status(readiness.ready ? 200 : 503).json(readiness)
  })
  router.get('/metrics', async (request, response) => {
    if (!mayRead(ctx, request)) throw new AppError('forbidden')
    metrics.oldestDueJob.set(await oldestDueAge(ctx).catch(() => -1))
    metrics.oldestDeferredPush.set(await oldestDeferredAge(ctx).catch(() => -1))
    await countTroubled(ctx, metrics).catch(() => undefined)
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  return router
}

async function countTroubled({ db }: AppContext, { troubledPortals }: Metrics): Promise<void> {
  const counts = await countPortalsByTrouble(db)
  troubledPortals.reset()
  for (const { trouble, portals } of counts) troubledPortals.set({ trouble }, portals)
}

/** Reads may work while writes don't: a full disk, a lock that another process holds. */
function createProbe({ db, clock, log }: AppContext): () => Promise<boolean> {
  let writtenAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - writtenAt < PROBED_FOR_MS) return true
    try {
      await probeStore(db, clock.now())
      writtenAt = performance.now()
      return true
    } catch (error) {
      log.error({ err: error }, 'the store takes no writes')
      return false
    }
  }
}

async function readinessOf(ctx: AppContext, canWrite: () => Promise<boolean>) {
  try {
    const pending = await pendingMigrations(ctx.db)
    const oldestDueJobS = await oldestDueAge(ctx)
    const oldestDeferredPushS = await oldestDeferredAge(ctx)
    const isWritable = await canWrite()
    const isWorking = Math.max(oldestDueJobS, oldestDeferredPushS) <= LONGEST_WAIT_S
    const ready = isWritable && pending.length === 0 && isWorking
    const database = isWritable ? 'ok' : 'not_writable'
    return { ready, database, pendingMigrations: pending, oldestDueJobS, oldestDeferredPushS }
  } catch (error) {
    ctx.log.error({ err: error }, 'the store is not ready')
    return { ready: false, database: 'unavailable', pendingMigrations: null, oldestDueJobS: null }
  }
}

/** Seconds; 0 when nothing waits. */
async function oldestDueAge(ctx: AppContext): Promise<number> {
  const now = ctx.clock.now()
  return secondsSince(await oldestClaimable(ctx.db, now.toISOString()), now)
}

async function oldestDeferredAge({ db, clock }: AppContext): Promise<number> {
  return secondsSince(await oldestDeferred(db), clock.now())
}

const secondsSince = (time: string | undefined, now: Date): number =>
  time === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(time)) / 1000)

function mayRead(ctx: AppContext, request: Request): boolean {
  const { metricsToken } = ctx.config
  if (metricsToken !== null && request.headers.authorization === `Bearer ${metricsToken}`) return true
  const isLocal = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
  return isLocal && request.headers['x-forwarded-for'] === undefined
}
