import { audit } from '../../audit/audit.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import type { OptOut } from './opt-out-link.ts'
import { deleteOptOut, insertOptOut } from './repository.ts'

/** Stops the mails to an address, or lets them come again. Doing it twice changes nothing. */
export async function changeOptOut(ctx: AppContext, optOut: OptOut, wish: 'stop' | 'resume'): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const { partnerCode, email } = optOut
  await transact(ctx.db, async (trx) => {
    const isChanged =
      wish === 'stop'
        ? await insertOptOut(trx, { partnerCode, email, at })
        : await deleteOptOut(trx, partnerCode, email)
    if (!isChanged) return
    const kind = wish === 'stop' ? 'mail.opted_out' : 'mail.opted_in'
    await audit(trx, { at, kind, partnerCode, subjectId: partnerCode })
  })
}
