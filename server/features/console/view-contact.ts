import type { Contact } from '../../../shared/contract/values.ts'
import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { lockRequestById } from '../../requests/repository.ts'
import { withoutContact } from '../../requests/without-contact.ts'
import { actorOf, type StaffDecision } from './decide-request.ts'

/** Shows the client's data to a member of staff; the look is on record before it is answered. */
export async function viewContact(
  ctx: AppContext,
  { caller, id, reason }: StaffDecision
): Promise<{ contact: Contact; original: { summary: string; description: string | null } }> {
  const at = ctx.clock.now().toISOString()
  return transact(ctx.db, async (trx) => {
    const request = await lockRequestById(trx, id)
    const record = await ctx.vault.find(trx, id)
    if (!request || !record) throw new AppError('not_found')
    const words = await withoutContact(ctx.vault, trx, request, reason)
    await audit(trx, { at, kind: 'contact.viewed_by_staff', ...actorOf(caller), subjectId: id, reason: words })
    return record
  })
}
