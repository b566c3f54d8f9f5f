import { reviveDeliveries, redeliver } from '../../server/features/deliveries/redeliver.ts'
import { sendDelivery } from '../../server/features/deliveries/send-delivery.ts'
import { enqueue } from '../../server/outbox/enqueue.ts'
import { claimJobs, completeJob, releaseJob, releaseStaleJobs, type Job } from '../../server/outbox/repository.ts'
import { decide, hintOf } from '../../server/outbox/retry-policy.ts'
import { callerOf } from '../support/use-cases.ts'
import { partnerRow } from '../support/rows.ts'
import { FakePortal } from './fake-portal.ts'
import { Random } from './random.ts'
import { PARTNER, type Stage } from './stage.ts'

export interface Verdict {
  seed: number
  lost: string[]
  doubled: string[]
  crashes: number
  /** Hours that passed in the simulation. */
  hours: number
}

const CLAIM_MS = 45_000
const CALM_AFTER_MS = 15 * 60_000
const MOST_TURNS = 3_000

/** One delivery from the reservation to its end, under all the trouble that the seed brings. */
export async function runSeed(stage: Stage, seed: number): Promise<Verdict> {
  const random = new Random(seed)
  const { clock, crashes, ctx } = stage
  const mode = random.chance(0.5) ? 'simple' : 'classic'
  const [reservationId, memberId] = [`reservation-${seed}`, `portal-${seed}-${process.hrtime.bigint()}`]
  crashes.start(random, 0)
  clock.reset()
  const portal = new FakePortal(memberId, { clock, random, crashes, mode })
  stage.portal = portal
  await stage.reserve(reservationId, memberId)
  await enqueueFirst(stage, reservationId, memberId)

  const startedAt = clock.now().getTime()
  const caller = callerOf({ partner: partnerRow({ code: PARTNER }) })
  const pressAgain = (): Promise<void> => survive(() => redeliver(ctx, caller, reservationId))
  portal.meanwhile = pressAgain
  const crashShare = random.chance(0.7) ? 0.004 : 0.02
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    portal.isHealthy = clock.now().getTime() - startedAt > CALM_AFTER_MS
    crashes.share = portal.isHealthy ? 0 : crashShare
    const worked = await survive(() => workOff(stage))
    if (crashes.isDown) {
      clock.pass(random.below(20_000))
      crashes.restart()
      continue
    }
    crashes.share = 0
    const { state } = await ctx.db.selectFrom('delivery').select('state').executeTakeFirstOrThrow()
    if (state === 'delivered' && random.chance(0.3)) break
    if (random.chance(state === 'pending' ? 0.02 : 0.1)) await pressAgain()
    if (state === 'parked' && random.chance(0.3)) await reviveDeliveries(ctx, memberId)
    clock.pass(worked ? random.below(1_000) : await pauseOf(stage, random))
  }
  crashes.share = 0
  clock.pass(120_000)
  const tasks = ctx.db.selectFrom('reservation_event').select('kind').where('kind', '=', 'task_refused')
  const isTaskRefused = (await tasks.execute()).length > 0
  return judge(portal, {
    isTaskRefused,
    seed,
    mode,
    reservationId,
    crashes: crashes.count,
    hours: (clock.now().getTime() - startedAt) / 3_600_000
  })
}

/** Until the next job is due or its claim has run out, if nothing else happens before. */
async function pauseOf({ ctx, clock }: Stage, random: Random): Promise<number> {
  const jobs = await ctx.db.selectFrom('job').select(['dueAt', 'lockedUntil']).execute()
  const times = jobs.map(({ dueAt, lockedUntil }) => Date.parse(lockedUntil ?? dueAt) - clock.now().getTime() + 1)
  return Math.max(500, Math.min(...times, 1_000 + random.below(200_000)))
}

const enqueueFirst = (stage: Stage, reservationId: string, memberId: string): Promise<void> =>
  enqueue(
    stage.ctx.db,
    'delivery.send',
    { reservationId },
    {
      ...{ now: stage.clock.now(), queue: memberId, dedupeKey: `delivery:${reservationId}` }
    }
  )

/** What dies with the process is not heard of; anything else that escapes is a fault of ours. */
async function survive<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await work()
  } catch (error) {
    if ((error as Error).name !== 'Crash' && !/killed/.test(String((error as Error).cause))) throw error
    return undefined
  }
}

/** One turn of the worker, as `Worker` does it. */
async function workOff({ ctx, clock }: Stage): Promise<boolean> {
  const { db } = ctx
  const now = clock.now()
  await releaseStaleJobs(db, now.toISOString(), () => false)
  const until = new Date(now.getTime() + CLAIM_MS).toISOString()
  const jobs = await claimJobs(db, { now: now.toISOString(), until, worker: 'simulated', limit: 1 })
  for (const job of jobs) await run(ctx, job)
  return jobs.length > 0
}

async function run(ctx: Stage['ctx'], job: Job): Promise<void> {
  try {
    if (job.kind === 'delivery.send')
      await sendDelivery(ctx, (JSON.parse(job.payload) as { reservationId: string }).reservationId)
    await completeJob(ctx.db, job)
  } catch (error) {
    const decision = decide(hintOf(error), job.attempts, ctx.clock.now())
    if (decision.action === 'drop') await completeJob(ctx.db, job)
    else await releaseJob(ctx.db, job, { ...decision, error: (error as Error).message })
  }
}

function judge(
  portal: FakePortal,
  {
    mode,
    reservationId,
    isTaskRefused,
    ...run
  }: Omit<Verdict, 'lost' | 'doubled'> & { mode: string; reservationId: string; isTaskRefused: boolean }
): Verdict {
  const names = mode === 'simple' ? { company: 4, contact: 3, deal: 2 } : { lead: 1 }
  const counts = Object.entries(names).map(([name, type]): [string, number] => [
    name,
    portal.items.filter((item) => item.entityTypeId === type && item.originId === reservationId).length
  ])
  const extra = portal.items.length - counts.reduce((sum, [, count]) => sum + count, 0)
  counts.push(['task', portal.tasks.length])
  return {
    ...run,
    lost: counts.filter(([name, count]) => count === 0 && !(name === 'task' && isTaskRefused)).map(([name]) => name),
    doubled: [...counts.filter(([, count]) => count > 1).map(([name]) => name), ...(extra > 0 ? ['other'] : [])]
  }
}
