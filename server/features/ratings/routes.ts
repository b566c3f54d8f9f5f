import { Router } from 'express'
import { getRating, getRatingComparison, getRatingMonths, projectRating } from '../../../shared/contract/rating.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { compareRating } from './compare-rating.ts'
import { firstMonth, monthsOf } from './months.ts'
import { projectRating as project } from './project-rating.ts'
import { listCourses } from './repository.ts'
import { showRating } from './show-rating.ts'

export function ratingRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, getRating, guards.partner, ({ caller }) =>
    showRating(ctx, { partnerCode: caller.partner.code, level: caller.level })
  )
  route(router, projectRating, guards.partner, ({ caller, body }) =>
    project(ctx, { partnerCode: caller.partner.code, ...body })
  )
  route(router, getRatingMonths, guards.partner, async ({ caller }) => {
    const now = ctx.clock.now()
    return { months: monthsOf(await listCourses(ctx.db, caller.partner.code, firstMonth(now)), now) }
  })
  route(router, getRatingComparison, guards.partner, ({ caller }) => compareRating(ctx, caller.partner))
  return router
}
