import { Router } from 'express'
import * as contract from '../../../shared/contract/console-requests.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { eraseRequest, withdrawRequest, type CloseRequest } from './close-request.ts'
import { dropRequest } from './drop-request.ts'
import { listHeldRequests } from './list-held.ts'
import { mergeRequest } from './merge-request.ts'
import { releaseRequest } from './release-request.ts'
import { viewContact } from './view-contact.ts'

/** What staff decide about requests. */
export function consoleRoutes(
  ctx: AppContext,
  guards: Guards,
  intake: { withdraw: CloseRequest; erase: CloseRequest }
): Router {
  const router = Router()
  const { staff } = guards
  route(router, contract.listHeldRequests, staff, ({ query }) => listHeldRequests(ctx, query))
  route(router, contract.viewContact, staff, ({ caller, params, body }) =>
    viewContact(ctx, { caller, ...params, ...body })
  )
  route(router, contract.releaseRequest, staff, ({ caller, params, body }) =>
    releaseRequest(ctx, { caller, ...params, ...body })
  )
  route(router, contract.dropRequest, staff, ({ caller, params, body }) =>
    dropRequest(ctx, { caller, ...params, ...body })
  )
  route(router, contract.mergeRequest, staff, ({ caller, params, body }) =>
    mergeRequest(ctx, { caller, ...params, ...body })
  )
  route(router, contract.withdrawRequest, staff, ({ caller, params, body }) =>
    withdrawRequest(ctx, { caller, ...params, ...body }, intake.withdraw)
  )
  route(router, contract.eraseRequest, staff, ({ caller, params, body }) =>
    eraseRequest(ctx, { caller, ...params, ...body }, intake.erase)
  )
  return router
}
