import { z } from 'zod'
import { listQuery, onePartner } from './console.ts'
import { endpoint } from './endpoint.ts'
import { ownReservation } from './reservations.ts'
import { opaqueId } from './values.ts'

export const confirmErasure = endpoint({
  method: 'post',
  path: '/api/reservations/:id/erasure-confirmation',
  summary: 'The partner’s word that it deleted its copy of an erased client’s data; repeating it changes nothing',
  params: opaqueId,
  answer: ownReservation,
  statuses: [200]
})

export const toldErasure = z.object({
  reservationId: z.string(),
  requestId: z.string(),
  number: z.string(),
  partner: onePartner,
  memberId: z.string(),
  domain: z.string().nullable(),
  erasedAt: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.object({ id: z.number(), name: z.string() }).nullable()
})
export type ToldErasure = z.infer<typeof toldErasure>

export const listErasures = endpoint({
  method: 'get',
  path: '/api/staff/erasures',
  summary: 'Partners that were shown a client who is erased, and who of them confirmed to have deleted it',
  query: listQuery.extend({
    confirmed: z
      .enum(['true', 'false'])
      .transform((value) => value === 'true')
      .optional()
  }),
  answer: z.object({ items: z.array(toldErasure), nextCursor: z.string().nullable() }),
  statuses: [200]
})
