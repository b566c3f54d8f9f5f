import { Router } from 'express'
import * as contract from '../../../shared/contract/console-records.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { changedPolicy, showPolicy } from './read-policy.ts'
import { compareWith, type RatingRules } from './try-policy.ts'

export function consolePolicyRoutes(ctx: AppContext, { staff }: Guards, rules: RatingRules): Router {
  const router = Router()
  route(router, contract.getPolicy, staff, () => showPolicy(ctx.policy))
  route(router, contract.tryPolicy, staff, ({ body }) =>
    compareWith(ctx, changedPolicy(ctx.policy, body.policy), rules)
  )
  return router
}
