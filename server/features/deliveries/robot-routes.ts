import { Router } from 'express'
import { ROBOT } from '../../../manifest/robot.ts'
import { readRobotCall } from '../../bitrix24/robot-calls.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { queuedBody, readQueuedBody } from '../../http/bracket-body.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { isApplicationToken } from '../../portals/application-token.ts'
import { findPortal } from '../../portals/repository.ts'

/** A partner's automation asks for the request behind a card: stored first, answered by a call of its own. */
export function robotRoutes(ctx: AppContext): Router {
  const router = Router()
  router.post(ROBOT.path, queuedBody, async (request, response) => {
    const call = readRobotCall(readQueuedBody(request.headers['content-type'], request.body as unknown))
    if (call?.code !== ROBOT.code) throw new AppError('forbidden')
    const { memberId, eventToken, card } = call
    const portal = await findPortal(ctx.db, memberId)
    const isProven = isApplicationToken(ctx.keys, portal, call.applicationToken ?? '')
    if (!isProven || portal?.status !== 'installed') throw new AppError('forbidden')
    const options = { now: ctx.clock.now(), queue: memberId, dedupeKey: `robot:${memberId}:${eventToken}` }
    await enqueue(ctx.db, 'robot.answer', { memberId, eventToken, card }, options)
    response.status(200).json({ ok: true })
  })
  return router
}
