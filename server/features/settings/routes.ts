import { Router } from 'express'
import { getSettings, getSettingsChoices, getSettingsHistory, putSettings } from '../../../shared/contract/settings.ts'
import type { AppContext } from '../../context.ts'
import type { Guards } from '../../http/guards.ts'
import { route } from '../../http/route.ts'
import { listChanges } from './list-changes.ts'
import { readSettingsChoices } from './read-choices.ts'
import { etagOf, readSettings, saveSettings } from './save-settings.ts'

export function settingsRoutes(ctx: AppContext, guards: Guards): Router {
  const router = Router()
  route(router, getSettings, guards.partner, async ({ caller, response }) => {
    const settings = await readSettings(ctx.db, caller.portal.memberId, caller.partner.code)
    response.set('etag', etagOf(settings))
    return settings
  })
  route(router, putSettings, guards.partnerAdmin, async ({ caller, body, request, response }) => {
    const saved = await saveSettings(ctx, caller, body, request.headers['if-match'])
    response.set('etag', etagOf(saved))
    return saved
  })
  route(router, getSettingsChoices, guards.partnerAdmin, ({ caller }) =>
    readSettingsChoices(ctx.portals.of(caller.portal.memberId, caller.user.id))
  )
  route(router, getSettingsHistory, guards.partnerAdmin, async ({ caller }) => ({
    items: await listChanges(ctx.db, caller.portal.memberId)
  }))
  return router
}
