import { Router } from 'express'
import {
  finishInstallation as finishEndpoint,
  getInstallation,
  linkPortal as linkEndpoint,
  type Installation
} from '../../../shared/contract/installation.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { findPartner } from '../../partners/repository.ts'
import { getPortal } from '../../portals/repository.ts'
import { finishInstallation, stepsOf } from './finish-installation.ts'
import { linkPortal } from './link-portal.ts'

export function installationRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, getInstallation, guards.installing, ({ caller }) => present(ctx, caller.portal.memberId))
  route(router, linkEndpoint, guards.installingAdmin, async ({ caller, body }) => {
    const { memberId } = caller.portal
    await linkPortal(ctx, { memberId, userId: caller.user.id, activationCode: body.activationCode })
    return present(ctx, memberId)
  })
  route(router, finishEndpoint, guards.installingAdmin, async ({ caller }) => {
    await finishInstallation(ctx, caller.portal, caller.user.id)
    return present(ctx, caller.portal.memberId)
  })
  return router
}

async function present(ctx: AppContext, memberId: string): Promise<Installation> {
  const portal = await getPortal(ctx.db, memberId)
  const partner = portal.partnerCode === null ? undefined : await findPartner(ctx.db, portal.partnerCode)
  return {
    installed: portal.status === 'installed',
    linked: partner !== undefined,
    partnerName: partner?.name ?? null,
    crmMode: portal.crmMode,
    steps: stepsOf(portal)
  }
}
