import { z } from 'zod'
import { OUTCOMES } from '../codes.ts'
import { endpoint } from './endpoint.ts'
import { limits } from './session.ts'

export const rating = z.object({
  /** (O + k) ÷ (E + k); 1 = as expected. */
  score: z.number(),
  /** 25 % quantile of Gamma(O + k, E + k): the gates of the levels use it. */
  low: z.number(),
  /** round(100·score ÷ (1 + score)); 50 = as expected. */
  rating: z.number(),
  conversion: z.object({ won: z.number(), lost: z.number(), ratio: z.number().nullable() }),
  o: z.number(),
  e: z.number(),
  level: z.number(),
  next: z
    .object({
      level: z.number(),
      needs: z.object({
        low: z.number(),
        /** How much `low` is short of the gate. */
        missing: z.number(),
        maturedOutcomes: z.number(),
        /** Further wins of average expectation that would reach the gate. */
        wins: z.number().nullable()
      })
    })
    .nullable(),
  matured: z.number(),
  limits,
  levels: z.array(
    z.object({
      level: z.number(),
      low: z.number().nullable(),
      daily: z.number(),
      inWork: z.number(),
      unlockMinutes: z.object({ standard: z.number(), plus: z.number(), premium: z.number() })
    })
  ),
  contributions: z.array(
    z.object({
      reservationId: z.string(),
      number: z.string(),
      outcome: z.enum(OUTCOMES),
      closedAt: z.string().nullable(),
      y: z.number(),
      maturity: z.number(),
      weight: z.number(),
      expected: z.number()
    })
  ),
  series: z.array(z.object({ date: z.string(), rating: z.number(), conversion: z.number().nullable() }))
})
export type Rating = z.infer<typeof rating>

export const getRating = endpoint({
  method: 'get',
  path: '/api/rating',
  summary: 'The partner’s rating and what it is made of',
  answer: rating,
  statuses: [200]
})
