import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import { mergeNote } from '../../audit/merge-note.ts'
import { announce } from '../../changes/repository.ts'
import type { AppContext } from '../../context.ts'
import { requestNumber } from '../../ids.ts'
import { changeRequest, findRequest, lockRequestById } from '../../requests/repository.ts'
import { decideRequest, type StaffDecision } from './decide-request.ts'
import { redirectMerged } from './repository.ts'
import { mergeRefusal } from './rules.ts'

/**
 * Closes a duplicate in favour of its original, which stays as it is. The duplicate's personal data is destroyed:
 * the client is kept once, and an erasure of either reaches it.
 */
export async function mergeRequest(ctx: AppContext, decision: StaffDecision & { into: string }): Promise<StaffRequest> {
  const found = await findRequest(ctx.db, decision.into)
  const into = found?.mergedInto ?? decision.into
  const original = found ? requestNumber(found.number) : ''
  return decideRequest(ctx, decision, 'request.merged', {
    refusal: async (request, trx) => mergeRefusal(request, await lockRequestById(trx, into)),
    note: (words) => mergeNote(original, words),
    apply: async (trx, request, at) => {
      const { id, country, subdivision } = request
      await ctx.vault.absorb(trx, id, into)
      await redirectMerged(trx, id, into)
      if (request.state === 'open') await announce(trx, 'request.changed', id, { country, subdivision }, at)
      return changeRequest(trx, id, {
        ...{ state: 'dropped', mergedInto: into, duplicateOf: into, closedAt: at, updatedAt: at },
        ...{ summary: '', description: '', searchText: '', city: null, clientRole: null, companySize: null },
        ...{ industry: null, timeframe: null, edition: null, source: null }
      })
    }
  })
}
