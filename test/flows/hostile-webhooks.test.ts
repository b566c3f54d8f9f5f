import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startIntake, type IntakeServer } from '../support/intake-server.ts'
import { aPushedPartner, aPushedRequest, message } from '../support/pushed.ts'

let app: IntakeServer
beforeAll(async () => {
  app = await startIntake()
})
afterAll(() => app.close())

const PATHS = ['/webhooks/requests', '/webhooks/requests/batch', '/webhooks/partners', '/webhooks/purchases']
const bodies = (): unknown[] => [
  message('request.created', aPushedRequest()),
  message('request.updated', aPushedRequest({ externalId: 'fuzz-1' })),
  message('request.withdrawn', { externalId: 'fuzz-1' }),
  { type: 'request.batch', data: [aPushedRequest(), aPushedRequest()] },
  message('partner.upserted', aPushedPartner({ portals: ['a.example'], certifiedUsers: [{ portal: 'x', userId: 1 }] })),
  message('purchase.recorded', { externalId: 's', partnerCode: 'p', at: '2026-01-01T00:00:00Z' })
]

/** Puts a strange value at one place of a valid body. */
function mutate(body: unknown, seed: number, value: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>
  const places: [Record<string, unknown>, string][] = []
  const walk = (node: Record<string, unknown>): void => {
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key])
      if (typeof child === 'object' && child !== null) walk(child as Record<string, unknown>)
    }
  }
  walk(copy)
  const [node, key] = places[seed % places.length]!
  node[key] = value
  return copy
}

const strange = fc.oneof(
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\0',
    '\ud800',
    'A'.repeat(25_000),
    '1e999',
    '2026-02-31T00:00:00Z',
    '__proto__',
    '((((((((',
    'a@'.repeat(5000)
  ),
  fc.double(),
  fc.array(fc.string(), { maxLength: 50 })
)
const toJson = (value: unknown): string => {
  try {
    return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? 'null'
  } catch {
    return '{}'
  }
}

describe('hostile webhooks', () => {
  it('never get a server error, whatever stands in the body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(5), fc.nat(500), strange, fc.constantFrom(...PATHS), async (which, seed, value, path) => {
        const answer = await app.staff.send(path, toJson(mutate(bodies()[which], seed, value)))
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: 1200 }
    )
  })

  it('never get a server error, whatever stands in the headers or the bytes', async () => {
    const header = fc.string({ unit: fc.constantFrom(...'abc019 ,.;=+/_-v1:%'), maxLength: 60 })
    const name = fc.constantFrom(
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
      'content-type',
      'content-encoding'
    )
    await fc.assert(
      fc.asyncProperty(name, header, fc.uint8Array({ maxLength: 200 }), async (name, value, bytes) => {
        const answer = await app.staff.send('/webhooks/requests', Buffer.from(bytes), { headers: { [name]: value } })
        expect(answer.status).toBeLessThan(500)
        expect(answer.status).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 500 }
    )
  })

  it('leave the server able to take the next one', async () => {
    const answer = await app.staff.send('/webhooks/requests', message('request.created', aPushedRequest()))
    expect(answer.status).toBe(202)
  })
})
