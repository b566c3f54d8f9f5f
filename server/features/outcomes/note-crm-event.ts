import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { after } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { mayConcern } from './repository.ts'

/** A burst of events is one look at the CRM. */
const GATHER_MS = 300

/** An event says only that something changed: what it is now will be read, if it may be ours. */
export async function noteCrmEvent(
  ctx: AppContext,
  trx: Trx,
  event: { memberId: string; name: string; entityId: number | null }
): Promise<void> {
  const { memberId, name, entityId } = event
  const entityTypeId = entityTypeOf(name)
  if (entityTypeId === null || entityId === null) return
  if (!(await mayConcern(trx, memberId, { entityTypeId, entityId }))) return
  const now = ctx.clock.now()
  await enqueue(
    trx,
    'outcome.sync',
    { memberId, cause: 'event' },
    { now, dueAt: after(now, GATHER_MS), queue: memberId, dedupeKey: `outcome:${memberId}` }
  )
}

function entityTypeOf(eventName: string): number | null {
  const name = eventName.toUpperCase()
  if (name.startsWith('ONCRMLEAD')) return CRM_LEAD
  return name.startsWith('ONCRMDEAL') ? CRM_DEAL : null
}
