import { z } from 'zod'
import type { RequestState } from '../../../shared/codes.ts'
import type { StaffRequest } from '../../../shared/contract/console-requests.ts'
import { searchWords } from '../../../shared/search-text.ts'
import type { AppContext } from '../../context.ts'
import { pageOf, readListCursor } from '../../http/list-cursor.ts'
import { presentForStaff } from '../../requests/present-staff.ts'
import { listRequests, type RequestSearch } from './repository.ts'

interface Query {
  state?: RequestState[] | undefined
  country?: string | undefined
  q?: string | undefined
  limit: number
  cursor?: string | undefined
}

export async function listStaffRequests(
  ctx: AppContext,
  query: Query
): Promise<{ items: StaffRequest[]; nextCursor: string | null }> {
  const rows = await listRequests(ctx.db, {
    states: query.state ?? [],
    country: query.country ?? null,
    ...searchOf(query.q ?? ''),
    before: query.cursor === undefined ? null : readListCursor(query.cursor, z.tuple([z.number()]))[0],
    limit: query.limit + 1
  })
  const { items, nextCursor } = pageOf(rows, query.limit, (row) => [row.number])
  return { items: items.map(presentForStaff), nextCursor }
}

export async function findByExternalId(ctx: AppContext, externalId: string): Promise<{ items: StaffRequest[] }> {
  const none = { states: [], country: null, number: null, words: [], before: null }
  const rows = await listRequests(ctx.db, { ...none, externalId, limit: 1 })
  return { items: rows.map(presentForStaff) }
}

/** `R-000123` and `123` are numbers; anything may be an externalId or words of the text. */
function searchOf(q: string): Pick<RequestSearch, 'number' | 'externalId' | 'words'> {
  const number = /^(?:r-)?0*(\d{1,9})$/i.exec(q)?.[1]
  return {
    number: number === undefined ? null : Number(number),
    externalId: q === '' ? null : q,
    words: searchWords(q)
  }
}
