import type { z } from 'zod'

/** One call of the API: where it is, what goes in, what comes out (by status). */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType
> {
  method: 'get' | 'post' | 'put' | 'delete'
  /** Express path, parameters as `:name`. */
  path: string
  summary: string
  params?: Params
  query?: Query
  body?: Body
  /** Unknown fields of an answer are dropped, so that nothing leaks by accident. */
  answer: Answer
  /** Statuses of success; the first is the usual one. */
  statuses: readonly [number, ...number[]]
}

export function endpoint<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined
>(definition: Endpoint<Params, Query, Body, Answer>): Endpoint<Params, Query, Body, Answer> {
  return definition
}
