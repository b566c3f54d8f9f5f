import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { listReservations } from '../api/reservations.ts'

const MOST_PAGES = 10

/** The reservation whose CRM item this card is; `null` for any other card. */
export async function findCardReservation(entityTypeId: number, id: number): Promise<OwnReservation | null> {
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: Awaited<ReturnType<typeof listReservations>> = await listReservations({
      limit: 100,
      ...(cursor ? { cursor } : {})
    })
    const match = found.items.find(({ crm }) => crm?.entityTypeId === entityTypeId && crm.id === id)
    if (match) return match
    cursor = found.nextCursor
    if (!cursor) return null
  }
  return null
}
