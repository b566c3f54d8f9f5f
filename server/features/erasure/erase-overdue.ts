import { audit } from '../../audit/audit.ts'
import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { Trx } from '../../db/database.ts'
import { transact } from '../../db/transaction.ts'
import { listOverdue } from './repository.ts'

/** The intake's own way to erase a request; timers.ts gives it. */
export type EraseRequest = (
  trx: Trx,
  closing: { externalId: string; reason: undefined; pushedAt: string }
) => Promise<unknown>

const AT_ONCE = 100

/** Erases the clients of requests that have been closed for longer than the policy keeps them. Answers how many. */
export async function eraseOverdue(ctx: AppContext, erase: EraseRequest): Promise<number> {
  const cutoff = after(ctx.clock.now(), -ctx.policy.contactRetentionDays * DAY)
  for (let total = 0; ;) {
    const overdue = await listOverdue(ctx.db, cutoff, AT_ONCE)
    for (const { id, externalId } of overdue)
      await transact(ctx.db, async (trx) => {
        const at = ctx.clock.now().toISOString()
        await audit(trx, { at, kind: 'request.retention_ended', subjectId: id })
        await erase(trx, { externalId, reason: undefined, pushedAt: at })
      })
    total += overdue.length
    if (overdue.length < AT_ONCE) return total
  }
}
