import { Router, type Request, type Response } from 'express'
import type { AppContext } from '../../context.ts'
import { listChangesAfter, type Change } from '../../changes/repository.ts'
import { AppError } from '../../errors.ts'
import { identify, requirePartner, type PartnerCaller } from '../../http/caller.ts'
import type { Guards } from '../../http/guards.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { locationOf } from '../../partners/locations.ts'
import type { ChangeFeed } from './change-feed.ts'

const HEARTBEAT_MS = 20_000
/** How often an open stream is asked again whether it may go on; what staff push is news that asks at once. */
const RECHECK_MS = 10_000

/** `GET /api/stream`: server-sent events with ids only; `Last-Event-ID` resumes after a break. */
export function streamRoutes(ctx: AppContext, guards: Guards, feed: ChangeFeed): Router {
  const router = Router()
  router.get('/api/stream', async (request, response) => {
    const caller = await guards.partner(request)
    await stream(ctx, feed, caller, request, response)
  })
  return router
}

async function stream(
  ctx: AppContext,
  feed: ChangeFeed,
  first: PartnerCaller,
  request: Request,
  response: Response
): Promise<void> {
  let caller = first
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  })
  response.write('retry: 2000\n\n')
  const recheck = async (): Promise<void> => {
    try {
      caller = await requirePartner(ctx, await identify(ctx, request.headers.authorization))
    } catch (error) {
      if (error instanceof AppError) response.end()
    }
  }
  const send = (changes: Change[]) => {
    if (changes.some((change) => change.kind === 'rating.changed')) void recheck()
    for (const change of changes.filter((one) => concerns(ctx, caller, one))) response.write(lineOf(change))
  }
  const unsubscribe = feed.subscribe(send, () => response.end())
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
  const rechecks = setInterval(() => void recheck(), RECHECK_MS)
  response.on('close', () => {
    unsubscribe()
    clearInterval(heartbeat)
    clearInterval(rechecks)
  })
  const lastSeen = Number(request.headers['last-event-id'])
  if (Number.isInteger(lastSeen) && lastSeen > 0) await sendMissed(ctx, lastSeen, send)
}

/** All since the break; what comes meanwhile may be told twice. */
async function sendMissed({ db }: AppContext, lastSeen: number, send: (changes: Change[]) => void): Promise<void> {
  for (let after: number | undefined = lastSeen; after !== undefined;) {
    const missed: Change[] = await listChangesAfter(db, after)
    send(missed)
    after = missed.at(-1)?.seq
  }
}

/** Its own reservations and rating; requests of its locations while it may take part. */
function concerns(ctx: AppContext, caller: PartnerCaller, change: Change): boolean {
  if (change.partnerCode !== null) return change.partnerCode === caller.partner.code
  if (change.country === null || ineligibility(caller.partner, ctx.clock.now()).length > 0) return false
  return locationOf(caller.locations, { country: change.country, subdivision: change.subdivision }) !== undefined
}

const lineOf = (change: Change): string =>
  `id: ${change.seq}\nevent: ${change.kind}\ndata: ${JSON.stringify({ id: change.subjectId })}\n\n`
