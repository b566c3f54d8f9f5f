import { z } from 'zod'
import {
  type listReservations as listReservationsEndpoint,
  type OwnReservation
} from '../../../shared/contract/reservations.ts'
import { searchWords } from '../../../shared/search-text.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { PartnerCaller } from '../../http/caller.ts'
import { presentOwn, type Place } from './present.ts'
import { findOwnReservation, listReservations, readViews, type ReservationRow } from './repository.ts'

export async function listOwnReservations(
  ctx: AppContext,
  caller: PartnerCaller,
  query: z.output<NonNullable<(typeof listReservationsEndpoint)['query']>>
): Promise<{ items: OwnReservation[]; nextCursor: string | null }> {
  const rows = await listReservations(ctx.db, {
    partnerCode: caller.partner.code,
    outcomes: query.outcome ?? [],
    words: searchWords(query.q ?? ''),
    item:
      query.entityTypeId === undefined || query.crmId === undefined
        ? null
        : { memberId: caller.portal.memberId, entityTypeId: query.entityTypeId, entityId: query.crmId },
    after: query.cursor === undefined ? null : readCursor(query.cursor),
    limit: query.limit + 1
  })
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { items: await present(ctx, caller, page), nextCursor: last ? writeCursor(last) : null }
}

export async function getOwnReservation(ctx: AppContext, caller: PartnerCaller, id: string): Promise<OwnReservation> {
  const reservation = await findOwnReservation(ctx.db, caller.partner.code, id)
  if (!reservation) throw new AppError('not_found')
  return (await present(ctx, caller, [reservation]))[0]!
}

async function present(
  ctx: AppContext,
  caller: PartnerCaller,
  reservations: ReservationRow[]
): Promise<OwnReservation[]> {
  const records = await ctx.vault.list(
    ctx.db,
    reservations.map((reservation) => reservation.requestId)
  )
  const views = await readViews(ctx.db, reservations)
  return views.map((view) =>
    presentOwn(view, records.get(view.reservation.requestId)?.contact ?? null, placeOf(ctx, caller))
  )
}

export const placeOf = (ctx: AppContext, caller: PartnerCaller): Place => ({
  portalOrigin: new URL(caller.portal.clientEndpoint).origin,
  firstContactHours: ctx.policy.firstContactHours
})

const cursorSchema = z.tuple([z.string().max(40), z.string().max(64)])

const writeCursor = ({ reservedAt, id }: ReservationRow): string =>
  Buffer.from(JSON.stringify([reservedAt, id])).toString('base64url')

function readCursor(text: string): { reservedAt: string; id: string } {
  try {
    const [reservedAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { reservedAt, id }
  } catch (error) {
    throw new AppError(
      'validation_failed',
      { errors: [{ path: 'cursor', message: 'not a cursor of this list' }] },
      error
    )
  }
}
