import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Problem } from '../../shared/contract/problem.ts'
import { noteLost, noteReached } from './reach.ts'

/** `network`: no answer came. `bad_answer`: something else than our server answered. `outdated`: it has a newer version. */
export type FailureCode = ErrorCode | 'network' | 'bad_answer' | 'outdated'

export type ProblemDetails = Partial<Omit<Problem, 'code' | 'status' | 'requestId'>>

export class ApiError extends Error {
  readonly code: FailureCode
  readonly status: number
  readonly requestId: string | null
  readonly details: ProblemDetails

  constructor(code: FailureCode, status = 0, requestId: string | null = null, details: ProblemDetails = {}) {
    super(details.detail ?? code)
    this.code = code
    this.status = status
    this.requestId = requestId
    this.details = details
  }
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
  /** For the one call that opens a session. */
  anonymous?: boolean
}

export interface Answer<T> {
  data: T
  status: number
  etag: string | null
}

const PATIENCE = [400, 1200]
/** What a proxy answers while the server is not there. */
const AWAY = [502, 503, 504]
/** A session that ends within this time is opened anew before the call. */
const MARGIN_MS = 30_000
let token: string | null = null
let tokenEnds = Infinity
let renew: (() => Promise<void>) | null = null
let renewing: Promise<void> | null = null

export function useToken(value: string | null, expiresAt?: string): void {
  token = value
  tokenEnds = expiresAt ? new Date(expiresAt).getTime() : Infinity
}

export function onSessionLost(openAgain: () => Promise<void>): void {
  renew = openAgain
}

export async function request<T>(path: string, call: Call = {}): Promise<T> {
  return (await requestWithMeta<T>(path, call)).data
}

export async function requestWithMeta<T>(path: string, call: Call = {}): Promise<Answer<T>> {
  const response = await open(path, call)
  const text = await response.text().catch(() => {
    throw new ApiError('network')
  })
  try {
    return { data: JSON.parse(text) as T, status: response.status, etag: response.headers.get('etag') }
  } catch {
    throw new ApiError('bad_answer', response.status)
  }
}

/** The only way to the server; answers a successful response or throws an ApiError. */
export async function open(path: string, call: Call = {}): Promise<Response> {
  if (!call.anonymous && renew && tokenEnds - MARGIN_MS < Date.now()) await renewOnce(renew).catch(() => undefined)
  const usedToken = token
  const response = await send(path, call)
  if (response.ok) return response
  const error = await decode(response)
  const lost = error.code === 'session_expired' || error.code === 'unauthenticated'
  if (!lost || call.anonymous || !renew) throw error
  if (token === usedToken) {
    await renewOnce(renew).catch((cause: unknown) => {
      throw cause instanceof ApiError ? cause : error
    })
  }
  const second = await send(path, call)
  if (second.ok) return second
  throw await decode(second)
}

function renewOnce(openAgain: () => Promise<void>): Promise<void> {
  renewing ??= openAgain().finally(() => {
    renewing = null
  })
  return renewing
}

async function send(path: string, call: Call): Promise<Response> {
  const init = initOf(call)
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(path + queryText(call.query), init)
      if (!AWAY.includes(response.status)) noteReached()
      return response
    } catch (cause) {
      if (call.signal?.aborted) throw cause
      const pause = PATIENCE[attempt]
      if (init.method !== 'GET' || pause === undefined) {
        noteLost()
        throw new ApiError('network')
      }
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function initOf({ method = 'GET', body, headers, signal, anonymous }: Call): RequestInit {
  const sent: Record<string, string> = { accept: 'application/json', ...headers }
  if (body !== undefined) sent['content-type'] = 'application/json'
  if (token && !anonymous) sent.authorization = `Bearer ${token}`
  return {
    ...{ method, headers: sent, credentials: 'omit', cache: 'no-store' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {})
  }
}

function queryText(query: Call['query'] = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  if (pairs.length === 0) return ''
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`
}

async function decode(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Problem | null
  if (!body || typeof body.code !== 'string') {
    if (AWAY.includes(response.status)) noteLost()
    return new ApiError(response.status >= 500 ? 'unavailable' : 'bad_answer', response.status)
  }
  const { code, status, requestId, ...details } = body
  if (code === 'unavailable') noteLost()
  return new ApiError(code, status, requestId, details)
}

export const asApiError = (cause: unknown): ApiError => (cause instanceof ApiError ? cause : new ApiError('network'))
