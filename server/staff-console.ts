import { Router } from 'express'
import type { AppContext } from './context.ts'
import { consoleRequestRoutes } from './features/console-requests/routes.ts'
import { consoleVisibilityRoutes } from './features/console-visibility/routes.ts'
import { consoleRoutes } from './features/console/routes.ts'
import { eraseRequest, withdrawRequest } from './features/intake/close-request.ts'
import type { Guards } from './http/guards.ts'

/** The console of staff: where its features meet the use cases of others. */
export function staffConsole(ctx: AppContext, guards: Guards): Router {
  return Router().use(
    consoleRequestRoutes(ctx, guards),
    consoleVisibilityRoutes(ctx, guards),
    consoleRoutes(ctx, guards, {
      withdraw: (trx, closing) => withdrawRequest(ctx, trx, closing),
      erase: (trx, closing) => eraseRequest(ctx, trx, closing)
    })
  )
}
