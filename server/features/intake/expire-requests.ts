import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { closeExpired } from './repository.ts'

const AT_ONCE = 200

/** Closes what is past its time; reservations live on. Answers how many. */
export async function expireRequests(ctx: AppContext): Promise<number> {
  for (let total = 0; ;) {
    const at = ctx.clock.now().toISOString()
    const closed = await transact(ctx.db, async (trx) => {
      const requests = await closeExpired(trx, at, AT_ONCE)
      for (const { id, country, subdivision } of requests)
        await announce(trx, 'request.changed', id, { country, subdivision }, at)
      return requests.length
    })
    total += closed
    if (closed < AT_ONCE) return total
  }
}
