import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { listReservations } from '../api/reservations.ts'

/** The reservation whose CRM item this card is; `null` for any other card. */
export async function findCardReservation(entityTypeId: number, crmId: number): Promise<OwnReservation | null> {
  if (!Number.isInteger(crmId) || crmId <= 0) return null
  const { items } = await listReservations({ entityTypeId, crmId, limit: 1 })
  return items[0] ?? null
}
