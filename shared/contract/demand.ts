import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** Counts only, and none for places without an open request. */
export const demand = z.object({
  countries: z.array(
    z.object({
      country: z.string(),
      open: z.number(),
      /** Of requests that are locked for nobody any more: a locked one tells its country only. */
      subdivisions: z.array(z.object({ code: z.string(), open: z.number() }))
    })
  )
})
export type Demand = z.infer<typeof demand>

export const getDemand = endpoint({
  method: 'get',
  path: '/api/demand',
  summary: 'Where open requests are, by country and subdivision',
  answer: demand,
  statuses: [200]
})
