import express, { type Express } from 'express'
import expressStaticGzip from 'express-static-gzip'
import type { AppContext } from './context.ts'
import { countNew } from './features/feed/count-new.ts'
import { listFeedPage } from './features/feed/list-feed.ts'
import { checkPortal } from './features/installation/reconcile-portal.ts'
import { connectionRoutes } from './features/connection/routes.ts'
import { feedRoutes } from './features/feed/routes.ts'
import { robotRoutes } from './features/deliveries/robot-routes.ts'
import { deliveryRoutes } from './features/deliveries/routes.ts'
import { erasureRoutes } from './features/erasure/routes.ts'
import { eventRoutes } from './features/installation/events-routes.ts'
import { installationRoutes } from './features/installation/routes.ts'
import { intakeRoutes } from './features/intake/routes.ts'
import { mailRoutes } from './features/mail/routes.ts'
import { notificationRoutes } from './features/notifications/routes.ts'
import { noteCrmEvent } from './features/outcomes/note-crm-event.ts'
import { partnerRoutes } from './features/partners/routes.ts'
import { purchaseRoutes } from './features/purchases/routes.ts'
import { ratingRoutes } from './features/ratings/routes.ts'
import { getOwnReservation } from './features/reservations/read-reservations.ts'
import { reservationRoutes } from './features/reservations/routes.ts'
import { savedFilterRoutes } from './features/saved-filters/routes.ts'
import type { FirstFeed } from './features/sessions/open-page.ts'
import { pageRoutes, sessionRoutes } from './features/sessions/routes.ts'
import { settingsRoutes } from './features/settings/routes.ts'
import type { ChangeFeed } from './features/stream/change-feed.ts'
import { streamRoutes } from './features/stream/routes.ts'
import { feedQuery } from '../shared/contract/requests.ts'
import { identify, requirePartner } from './http/caller.ts'
import { clientFolder } from './http/client-shell.ts'
import { createErrorHandler, notFound } from './http/error-handler.ts'
import { createGuards } from './http/guards.ts'
import { healthRoutes, type Metrics } from './http/health.ts'
import { openApiDocument } from './http/openapi.ts'
import { limitCalls } from './http/rate-limit.ts'
import { createRequestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { staffConsole } from './staff-console.ts'

const YEAR_S = 31_536_000

/** Every route in the order in which it is tried. What needs the raw body stands before the JSON parser. */
export function createApp(ctx: AppContext, parts: { feed: ChangeFeed; metrics: Metrics }): Express {
  const app = express()
  const guards = createGuards(ctx)
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')

  app.use(createRequestLog(ctx), parts.metrics.middleware)
  app.use(securityHeaders(ctx.config.publicUrl.startsWith('https:')))
  app.use(healthRoutes(ctx, parts.metrics))
  app.get('/openapi.json', (_request, response) => {
    response.json(openApiDocument(ctx.config.publicUrl))
  })
  app.use(
    '/assets',
    expressStaticGzip(`${clientFolder}/assets`, {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      serveStatic: { immutable: true, maxAge: YEAR_S * 1000, index: false, fallthrough: true }
    })
  )

  app.use(intakeRoutes(ctx), partnerRoutes(ctx), purchaseRoutes(ctx))
  app.use(eventRoutes(ctx, (trx, event) => noteCrmEvent(ctx, trx, event)))
  app.use(robotRoutes(ctx), mailRoutes(ctx))
  app.use(pageRoutes(ctx, firstFeedOf(ctx)))

  app.use('/api', limitCalls(ctx.config), express.json({ limit: '64kb', strict: false }))
  app.use(sessionRoutes(ctx, guards), installationRoutes(ctx, guards), connectionRoutes(ctx, guards, checkPortal))
  app.use(feedRoutes(ctx, guards), reservationRoutes(ctx, guards), deliveryRoutes(ctx, guards, getOwnReservation))
  app.use(savedFilterRoutes(ctx, guards, countNew))
  app.use(ratingRoutes(ctx, guards), settingsRoutes(ctx, guards), streamRoutes(ctx, guards, parts.feed))
  app.use(erasureRoutes(ctx, guards, getOwnReservation), notificationRoutes(ctx, guards), staffConsole(ctx, guards))

  app.use(notFound)
  app.use(createErrorHandler(ctx))
  return app
}

/** The document carries the first page of the feed, so that the list is there at first paint. */
function firstFeedOf(ctx: AppContext): FirstFeed {
  return async ({ token }, me) => {
    if (!me.portal.installed || !me.partner?.eligible) return null
    const caller = await requirePartner(ctx, await identify(ctx, `Bearer ${token}`))
    return listFeedPage(ctx, caller, feedQuery.parse({}))
  }
}
