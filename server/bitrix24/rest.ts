import type { CommandResult, Params } from './portal-client.ts'
import { errorOf, networkError, PortalError, TokenError } from './errors.ts'
import { post } from './http.ts'

/** The portal lets a request run for 60 s. */
export const REST_TIMEOUT_MS = 65_000

/** PHP writes an empty object as `[]`. */
export const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : Object.values(objectOf(value))

export class RestAnswer {
  readonly #body: Record<string, unknown>

  constructor(body: Record<string, unknown>) {
    this.#body = body
  }

  get result(): unknown {
    return this.#body.result
  }

  get time(): Record<string, unknown> {
    return objectOf(this.#body.time)
  }

  /** What each command of a batch took, by its name; the outer time tells of the batch alone. */
  get times(): Record<string, Record<string, unknown>> {
    const times = keyed(objectOf(this.result).result_time)
    return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, objectOf(time)]))
  }

  /** Results of a batch by the commands' names. */
  commands(names: string[], now: Date): Record<string, CommandResult> {
    const batch = objectOf(this.result)
    const results = keyed(batch.result)
    const errors = keyed(batch.result_error)
    const next = keyed(batch.result_next)
    return Object.fromEntries(
      names.map((name): [string, CommandResult] => {
        if (name in errors) return [name, { ok: false, error: commandError(errors[name], now) }]
        if (name in results) return [name, { ok: true, result: results[name], next: Number(next[name]) || null }]
        return [
          name,
          { ok: false, error: new PortalError('ambiguous', 'MISSING', 'The portal gave no result for a command') }
        ]
      })
    )
  }
}

/** A list of results comes as an array when the commands' names are 0, 1, 2 …; ours never are. */
const keyed = (value: unknown): Record<string, unknown> => objectOf(value)

function commandError(value: unknown, now: Date): PortalError {
  const { error, error_description } = objectOf(value)
  const code = textOf(error)
  const found = errorOf(code, textOf(error_description) || textOf(value), 400, now)
  return found instanceof TokenError ? new PortalError('refused', found.code, found.message) : found
}

/** One POST to a REST method. Throws `PortalError` or `TokenError`. */
export async function exchangeRest(
  endpoint: string,
  method: string,
  params: Params,
  accessToken: string,
  { now, timeoutMs = REST_TIMEOUT_MS }: { now: Date; timeoutMs?: number | undefined }
): Promise<RestAnswer> {
  const answer = await post(`${endpoint}${method}`, { json: { ...params, auth: accessToken } }, timeoutMs).catch(
    (error: unknown) => {
      throw networkError(error)
    }
  )
  if (answer.status >= 300 && answer.status < 400)
    throw new PortalError('ambiguous', 'REDIRECT', 'The portal redirects to another address')
  if (answer.body === undefined)
    throw new PortalError('ambiguous', `HTTP_${answer.status}`, 'The portal answered something that is no JSON')
  // `error` may be an empty string: its presence counts, not its value.
  if ('error' in answer.body || answer.status >= 400)
    throw errorOf(textOf(answer.body.error), textOf(answer.body.error_description), answer.status, now)
  if (!('result' in answer.body))
    throw new PortalError('ambiguous', 'NO_RESULT', 'The portal answered without a result')
  return new RestAnswer(answer.body)
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 1000)
  return typeof value === 'number' ? String(value) : ''
}
