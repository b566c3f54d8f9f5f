import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
const reach = vi.hoisted(() => ({ noteLost: vi.fn(), noteReached: vi.fn() }))
vi.mock('./reach.ts', () => reach)

import { ApiError, onSessionLost, request, requestWithMeta, useToken } from './request.ts'

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

const refusal = (code: string, status: number, more: object = {}): Response =>
  json({ type: 'about:blank', title: code, status, detail: 'said', code, requestId: 'call-1', ...more }, status)

const server = vi.fn<typeof fetch>()
const headersOf = (call: number): Record<string, string> =>
  server.mock.calls[call]?.[1]?.headers as Record<string, string>

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  useToken('first')
  onSessionLost(() => Promise.reject(new Error('no portal')))
})

afterEach(() => {
  server.mockReset()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a call', () => {
  it('carries the session token and leaves empty parameters out', async () => {
    server.mockResolvedValue(json({ ok: true }))
    await expect(request('/api/me', { query: { q: '', limit: 20, since: undefined } })).resolves.toEqual({ ok: true })
    expect(server.mock.calls[0]?.[0]).toBe('/api/me?limit=20')
    expect(headersOf(0).authorization).toBe('Bearer first')
  })

  it('hands out the ETag of the answer', async () => {
    server.mockResolvedValue(json({}, 200, { etag: '"7"' }))
    expect((await requestWithMeta('/api/settings')).etag).toBe('"7"')
  })

  it('turns a problem document into an error with its code, details and number', async () => {
    server.mockResolvedValue(refusal('daily_limit_reached', 409, { max: 5, retryAt: '2026-11-23T08:00:00Z' }))
    const error = await request('/api/requests/1/reservation', { method: 'POST' }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'daily_limit_reached', status: 409, requestId: 'call-1', details: { max: 5 } })
  })

  it('calls a page of some proxy an unexpected answer, and its 502 an outage', async () => {
    server.mockResolvedValueOnce(new Response('<html>', { status: 200 }))
    await expect(request('/api/me')).rejects.toMatchObject({ code: 'bad_answer' })
    server.mockResolvedValueOnce(new Response('<html>', { status: 502 }))
    await expect(request('/api/me')).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe('an ended session', () => {
  it('is opened anew once, and the call repeated with the new token', async () => {
    server.mockImplementation((_, init) => {
      const { authorization } = init?.headers as Record<string, string>
      return Promise.resolve(authorization === 'Bearer second' ? json({ ok: 1 }) : refusal('session_expired', 401))
    })
    const renew = vi.fn(() => {
      useToken('second')
      return Promise.resolve()
    })
    onSessionLost(renew)
    await expect(Promise.all([request('/api/me'), request('/api/rating')])).resolves.toEqual([{ ok: 1 }, { ok: 1 }])
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('is reported when the new session is refused as well', async () => {
    server.mockImplementation(() => Promise.resolve(refusal('unauthenticated', 401)))
    onSessionLost(() => Promise.resolve())
    await expect(request('/api/me')).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(server).toHaveBeenCalledTimes(2)
  })

  it('is renewed before the call when its time is nearly over', async () => {
    server.mockImplementation(() => Promise.resolve(json({})))
    onSessionLost(() => {
      useToken('second', new Date(Date.now() + 3_600_000).toISOString())
      return Promise.resolve()
    })
    useToken('first', new Date(Date.now() + 5000).toISOString())
    await request('/api/me')
    expect(headersOf(0).authorization).toBe('Bearer second')
    expect(server).toHaveBeenCalledTimes(1)
  })
})

describe('a lost network', () => {
  it('lets a GET try again and then tells it by a code of its own', async () => {
    vi.useFakeTimers()
    server.mockRejectedValue(new TypeError('failed to fetch'))
    const answer = expect(request('/api/me')).rejects.toMatchObject({ code: 'network', status: 0 })
    await vi.runAllTimersAsync()
    await answer
    expect(server).toHaveBeenCalledTimes(3)
  })

  it('never repeats a POST, which may have been done', async () => {
    server.mockRejectedValue(new TypeError('failed to fetch'))
    await expect(request('/api/x', { method: 'POST', body: {} })).rejects.toMatchObject({ code: 'network' })
    expect(server).toHaveBeenCalledTimes(1)
  })

  it('leaves a cancelled call cancelled', async () => {
    const stop = new AbortController()
    server.mockImplementation(() => {
      stop.abort()
      return Promise.reject(new DOMException('aborted', 'AbortError'))
    })
    await expect(request('/api/me', { signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
