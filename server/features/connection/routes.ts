import { Router } from 'express'
import { checkConnection, getConnection, listPortalCalls } from '../../../shared/contract/connection.ts'
import { readFailure } from '../../bitrix24/failure.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { getPortal } from '../../portals/repository.ts'
import { listCalls } from './repository.ts'
import { showConnection } from './show-connection.ts'

/** Looks at a portal again; given by app.ts, since it is another feature's. */
export type CheckPortal = (ctx: AppContext, memberId: string) => Promise<void>

export function connectionRoutes(ctx: AppContext, guards: Guards, checkPortal: CheckPortal): Router {
  const router = Router()
  route(router, getConnection, guards.portalAdmin, ({ caller }) => showConnection(ctx, caller.portal))
  route(router, checkConnection, guards.portalAdmin, async ({ caller }) => {
    await checkPortal(ctx, caller.portal.memberId)
    return showConnection(ctx, await getPortal(ctx.db, caller.portal.memberId))
  })
  route(router, listPortalCalls, guards.portalAdmin, async ({ caller, query }) => {
    const rows = await listCalls(ctx.db, {
      memberId: caller.portal.memberId,
      words: query.q ?? '',
      outcome: query.outcome ?? null,
      before: query.cursor ?? null,
      limit: query.limit + 1
    })
    const items = rows.slice(0, query.limit).map((row) => ({ ...row, failure: readFailure(row.failure) }))
    return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null }
  })
  return router
}
