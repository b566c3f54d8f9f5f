import { z } from 'zod'
import { OUTCOMES } from '../codes.ts'
import { endpoint } from './endpoint.ts'
import { limits } from './session.ts'

const next = z
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
  .nullable()

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
  next,
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

const reservationIds = z.array(z.string().max(64)).max(100).default([])

/** What the next evaluation would say; nothing is stored. */
export const projection = rating.pick({
  score: true,
  low: true,
  rating: true,
  conversion: true,
  level: true,
  next: true,
  matured: true
})
export type Projection = z.infer<typeof projection>

export const projectRating = endpoint({
  method: 'post',
  path: '/api/rating/what-if',
  summary: 'The rating if these open reservations were won or lost now',
  body: z.object({ won: reservationIds, lost: reservationIds }),
  answer: projection,
  statuses: [200]
})

export const ratingMonth = z.object({
  /** Of the reservation, `YYYY-MM`. */
  month: z.string(),
  won: z.number(),
  lost: z.number(),
  open: z.number(),
  /** Median hours from the reservation to the first step in the CRM. */
  firstStepHours: z.number().nullable(),
  closeDays: z.number().nullable()
})
export type RatingMonth = z.infer<typeof ratingMonth>

export const getRatingMonths = endpoint({
  method: 'get',
  path: '/api/rating/months',
  summary: 'What became of the reservations of the last twelve months, and how quickly',
  answer: z.object({ months: z.array(ratingMonth) }),
  statuses: [200]
})

/** Lower quartile, median, upper quartile. */
const quartiles = z.tuple([z.number(), z.number(), z.number()])

export const ratingComparison = z.object({
  /** `country`: the partner's home country; `all`, where that has too few partners. */
  scope: z.enum(['country', 'all']),
  /** Null: even among all there are too few to compare without pointing at one of them. */
  partners: z.number().nullable(),
  rating: z.object({ own: z.number(), quartiles }).nullable(),
  conversion: z.object({ own: z.number().nullable(), quartiles }).nullable()
})
export type RatingComparison = z.infer<typeof ratingComparison>

export const getRatingComparison = endpoint({
  method: 'get',
  path: '/api/rating/comparison',
  summary: 'Where the partner stands among at least five others',
  answer: ratingComparison,
  statuses: [200]
})
