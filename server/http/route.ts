import type { Request, RequestHandler, Response, Router } from 'express'
import type { z } from 'zod'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { AppError } from '../errors.ts'
import { compiled } from './compiled.ts'
import { fieldErrors } from './field-errors.ts'

export interface Input<Params, Query, Body, Who> {
  params: Params
  query: Query
  body: Body
  caller: Who
  request: Request
  response: Response
}

/** What a handler answers: the body, and a status when it is not the endpoint's first. */
export type Answer<Body> = Body | { status: number; body: Body }
export type Guard<Who> = (request: Request) => Promise<Who> | Who

/** Guards of all routes by `METHOD path`, so that a test can show every route with its guard. */
export const guardedRoutes = new Map<string, string>()

/** Binds an endpoint of the contract: guard → parse the input → handle → drop unknown fields of the answer → send. */
export function route<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
  Who
>(
  router: Router,
  endpoint: Endpoint<Params, Query, Body, Reply>,
  guard: Guard<Who>,
  handle: (
    input: Input<z.output<Params>, z.output<Query>, z.output<Body>, Who>
  ) => Promise<Answer<z.input<Reply>>> | Answer<z.input<Reply>>
): void {
  guardedRoutes.set(`${endpoint.method.toUpperCase()} ${endpoint.path}`, guard.name)
  const handler: RequestHandler = async (request, response) => {
    const caller = await guard(request)
    const answer = await handle({
      params: parse(endpoint.params, request.params, 'params'),
      query: parse(endpoint.query, request.query, 'query'),
      body: parse(endpoint.body, request.body, 'body'),
      caller,
      request,
      response
    })
    const { status, body } = isAnswer(answer) ? answer : { status: endpoint.statuses[0], body: answer }
    response.status(status).set('cache-control', 'no-store').json(compiled(endpoint.answer).parse(body))
  }
  router[endpoint.method](endpoint.path, handler)
}

function isAnswer<Body>(answer: Answer<Body>): answer is { status: number; body: Body } {
  return typeof answer === 'object' && answer !== null && 'status' in answer && 'body' in answer
}

/** A wrong path parameter is simply not there; wrong fields are named. */
function parse<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  part: 'params' | 'query' | 'body'
): z.output<Schema> {
  if (!schema) return undefined as z.output<Schema>
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  if (part === 'params') throw new AppError('not_found')
  throw new AppError('validation_failed', { errors: fieldErrors(parsed.error) })
}
