import { createHash } from 'node:crypto'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/contract/settings.ts'
import { isLocation } from '../../../shared/contract/values.ts'
import { audit } from '../../audit/audit.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import type { Db, Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { listExtraLocations, lockPartner, replaceExtraLocations } from '../../partners/repository.ts'
import { findSettings, saveSettingsRow } from '../../portals/repository.ts'
import { locationsRefusal } from './rules.ts'

/** The portal's settings and the partner's locations as one document. */
export async function readSettings(db: Db | Trx, memberId: string, partnerCode: string): Promise<Settings> {
  const row = await findSettings(db, memberId)
  const stored = JSON.parse(row?.document ?? '{}') as Partial<Settings>
  return { ...DEFAULT_SETTINGS, ...stored, extraLocations: await listExtraLocations(db, partnerCode) }
}

/** A strong ETag of the document itself: whatever part changed, by whomever, it differs. */
export const etagOf = (settings: Settings): string =>
  `"${createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 27)}"`

/**
 * Replaces the settings if nobody changed them meanwhile. The partner's lock makes two tabs, or two portals of one
 * partner, come one after the other.
 */
export async function saveSettings(
  ctx: AppContext,
  caller: PartnerCaller,
  wanted: Settings,
  ifMatch: string | undefined
): Promise<Settings> {
  if (ifMatch === undefined) throw new AppError('precondition_required')
  const { memberId } = caller.portal
  const at = ctx.clock.now().toISOString()
  return transact(ctx.db, async (trx) => {
    const partner = await lockPartner(trx, caller.partner.code)
    const current = await readSettings(trx, memberId, partner.code)
    // The answer to the first attempt may have been lost on its way.
    if (changedParts(current, wanted).length === 0) return current
    const matches =
      ifMatch === '*' || ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(current))
    if (!matches) throw new AppError('precondition_failed')
    refuseImpossible(ctx, partner.homeCountry, wanted)
    const { extraLocations, ...document } = wanted
    await replaceExtraLocations(trx, partner.code, extraLocations)
    const stored = JSON.stringify(document)
    await saveSettingsRow(trx, { memberId, document: stored, updatedAt: at, updatedBy: caller.user.id })
    await audit(trx, {
      ...{ at, kind: 'settings.changed', memberId, userId: caller.user.id, partnerCode: partner.code },
      reason: changedParts(current, wanted).join(', ')
    })
    await announce(trx, 'rating.changed', partner.code, { partnerCode: partner.code }, at)
    return readSettings(trx, memberId, partner.code)
  })
}

function refuseImpossible(ctx: AppContext, homeCountry: string, wanted: Settings): void {
  const refusal = locationsRefusal(homeCountry, wanted.extraLocations, ctx.policy.extraLocations, isLocation)
  if (refusal) throw new AppError(refusal.code, { errors: refusal.errors })
  const { mode, userIds } = wanted.crm.assignee
  if (mode !== 'reserver' && userIds.length === 0)
    throw new AppError('validation_failed', {
      errors: [{ path: 'crm.assignee.userIds', message: 'at least one user is needed' }]
    })
}

const changedParts = (before: Settings, after: Settings): string[] =>
  (Object.keys(after) as (keyof Settings)[]).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])
  )
