import { MOST_SAVED_FILTERS, type FeedFilters } from '../../../shared/contract/saved-filters.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { listSaved, upsertSaved, type Owner } from './repository.ts'

/** Saves filters under a name of the user's; the same name replaces. */
export async function saveFilter(
  ctx: AppContext,
  owner: Owner,
  { name, filters }: { name: string; filters: FeedFilters }
): Promise<void> {
  await transact(ctx.db, async (trx) => {
    const saved = await listSaved(trx, owner)
    if (saved.length >= MOST_SAVED_FILTERS && !saved.some((one) => one.name === name))
      throw new AppError('validation_failed', {
        max: MOST_SAVED_FILTERS,
        errors: [{ path: 'name', message: `at most ${MOST_SAVED_FILTERS} saved filters` }]
      })
    const seenAt = ctx.clock.now().toISOString()
    await upsertSaved(trx, { id: newId(), ...owner, name, filters: JSON.stringify(filters), seenAt })
  })
}
