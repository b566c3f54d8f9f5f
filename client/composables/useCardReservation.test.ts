import { expect, it, vi } from 'vitest'

const { listReservations } = vi.hoisted(() => ({ listReservations: vi.fn() }))
vi.mock('../api/reservations.ts', () => ({ listReservations }))

const { findCardReservation } = await import('./useCardReservation.ts')

it('asks for the item of the card, and for no card at all when it has no number', async () => {
  listReservations.mockResolvedValueOnce({ items: [{ id: 'v1' }], nextCursor: null })
  expect(await findCardReservation(2, 17)).toMatchObject({ id: 'v1' })
  expect(listReservations).toHaveBeenCalledWith({ entityTypeId: 2, crmId: 17, limit: 1 })
  listReservations.mockResolvedValueOnce({ items: [], nextCursor: null })
  expect(await findCardReservation(1, 18)).toBeNull()
  expect(await findCardReservation(1, Number.NaN)).toBeNull()
  expect(listReservations).toHaveBeenCalledTimes(2)
})
