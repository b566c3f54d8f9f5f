import express, { Router } from 'express'
import { getMe, markTour, openSession as openSessionEndpoint } from '../../../shared/contract/session.ts'
import type { AppContext } from '../../context.ts'
import { identify } from '../../http/caller.ts'
import type { Boot } from '../../http/client-shell.ts'
import type { Guards } from '../../http/guards.ts'
import { languagesOf, sendPlainPage } from '../../http/plain-page.ts'
import { route } from '../../http/route.ts'
import { openPage, type FirstFeed } from './open-page.ts'
import { openSession } from './open-session.ts'
import { presentMe } from './present-me.ts'
import { insertMark } from './repository.ts'

/** Lifetime to assume of an access token whose end the browser did not tell. */
const ASSUMED_LIFETIME_S = 1800

export function sessionRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, openSessionEndpoint, guards.anybody, async ({ body }) => {
    const opened = await openSession(ctx, {
      ...{ memberId: body.memberId, domain: body.domain, accessToken: body.accessToken },
      ...{ serverEndpoint: body.serverEndpoint ?? null, lang: body.lang ?? null },
      ...{ refreshToken: null, expiresInS: ASSUMED_LIFETIME_S, applicationToken: null }
    })
    const caller = await identify(ctx, `Bearer ${opened.token}`)
    return { token: opened.token, expiresAt: opened.expiresAt, me: await presentMe(ctx, caller) }
  })
  route(router, getMe, guards.session, ({ caller }) => presentMe(ctx, caller))
  route(router, markTour, guards.session, async ({ caller }) => {
    const at = ctx.clock.now().toISOString()
    await insertMark(ctx.db, { memberId: caller.portal.memberId, userId: caller.user.id, mark: 'tour', at })
    return { tourSeen: true as const }
  })
  return router
}

/** Pages that portals open: `HEAD` is how Bitrix24 checks a URL, `GET` is a person outside a portal. */
export function pageRoutes(ctx: AppContext, firstFeed: FirstFeed): Router {
  const router = Router()
  const form = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 50 })
  const pages: [path: string, page: Boot['page']][] = [
    ['/bitrix24/install', 'install'],
    ['/bitrix24/app', 'app'],
    ['/bitrix24/placements/:code', 'placement']
  ]
  for (const [path, page] of pages) {
    router.post(path, form, (request, response) => openPage(ctx, page, request, response, firstFeed))
    router.get(path, (request, response) => sendPlainPage(response, 'outside', languagesOf(request)))
  }
  return router
}
