import { Router } from 'express'
import { getRating } from '../../../shared/contract/rating.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { showRating } from './show-rating.ts'

export function ratingRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, getRating, guards.partner, ({ caller }) =>
    showRating(ctx, { partnerCode: caller.partner.code, level: caller.level })
  )
  return router
}
