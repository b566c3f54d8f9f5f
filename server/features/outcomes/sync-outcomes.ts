import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { noteWell } from '../../bitrix24/note-trouble.ts'
import { updatePortal } from '../../portals/repository.ts'
import { applyReading } from './apply-reading.ts'
import type { Cause } from './plan-changes.ts'
import { PortalReader } from './read-portal.ts'
import { listFollowed } from './repository.ts'
import { StageNames } from './stage-names.ts'

/** A closed reservation is followed for a while: it may be reopened. */
const FOLLOWED_DAYS = 90
export const SWEPT_DAYS = 14
/** Reservations read together: with the deals and activities of each, a few batches. */
const PART = 40

const stagesOf = new WeakMap<AppContext, StageNames>()

/** Makes the outcomes of a portal's reservations equal to its CRM. Repeatable: it reads the present state. */
export async function syncOutcomes(ctx: AppContext, input: { memberId: string; cause: Cause }): Promise<void> {
  const { memberId, cause } = input
  const now = ctx.clock.now()
  const days = cause === 'sweep' ? SWEPT_DAYS : FOLLOWED_DAYS
  const followed = await listFollowed(ctx.db, memberId, after(now, -days * DAY))
  if (followed.length === 0 && cause === 'sweep') await updatePortal(ctx.db, memberId, { nextSweepAt: null })
  const stages = stagesOf.get(ctx) ?? new StageNames()
  stagesOf.set(ctx, stages)
  for (let from = 0; from < followed.length; from += PART) {
    const reader = new PortalReader(ctx.portals.of(memberId), stages, ctx.policy, ctx.clock.now())
    for (const reading of await reader.read(followed.slice(from, from + PART))) {
      const { standing } = reading
      const stage = 'item' in standing ? stages.find(memberId, standing.item) : undefined
      await applyReading(ctx, reading, stage, cause)
    }
    if (reader.error) throw reader.error
  }
  if (followed.some(({ items }) => items.length > 0)) await noteWell(ctx.db, memberId, now)
}
