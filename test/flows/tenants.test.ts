import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient, call, type ApiAnswer } from '../support/api-client.ts'
import type { TestWorld, Tenant } from '../support/app.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { recordFigure } from '../support/figure.ts'
import { listRoutes, type Route } from '../support/routes.ts'
import { startWithStaff } from '../support/staff-portal.ts'

interface Owned {
  tenant: Tenant
  requestId: string
  reservationId: string
  filterId: string
}

let world: TestWorld
let tenants: Owned[]
let nobody: ApiClient

/** What a call needs to get past the check of its body. */
const BODIES: Record<string, unknown> = {
  '/api/requests/:id/reservation': { acceptContactRules: '1' },
  '/api/reservations/:id/dispute': { reason: 'spam', comment: 'No answer for a week' },
  '/api/staff/disputes/:id/decision': { decision: 'accept', reason: 'look' },
  '/api/staff/reservations/:id/win': { decision: 'accept', reason: 'look' },
  '/api/staff/requests/:id/merge': { into: randomUUID(), reason: 'look' }
}
const FILTERS = {
  ...{ services: [], locations: [], languages: [], valueClass: [] },
  ...{ freeSlotsMin: 0, maxAgeDays: 0, onlyUnlocked: false, q: '', sort: 'newest' }
}
const withIds = listRoutes().filter(({ path, method }) => /^\/api\/.*:/.test(path) && method !== 'ALL')

async function own(tenant: Tenant, country: string): Promise<Owned> {
  const pushed = await world.staff.push(aRequest({ location: { country } }), 'request.created', world.clock.now())
  const requestId = pushed.body.id as string
  const { reservation } = (await tenant.agent.reserve(requestId)).expect(201)
  const { items } = (await tenant.agent.post('/api/saved-filters', { name: 'Mine', filters: FILTERS })).expect(200)
  return { tenant, requestId, reservationId: reservation.id as string, filterId: items[0].id as string }
}

beforeAll(async () => {
  ;({ world } = await startWithStaff({ POLICY_FILE: policyFile(OPEN_POLICY) }))
  tenants = []
  for (const homeCountry of ['DE', 'FR', 'PL'])
    tenants.push(await own(await world.addPartner({ homeCountry }), homeCountry))
  const stranger = await world.bitrix24.addPortal({ name: 'Of no partner', limits: false })
  await stranger.openInstaller(1)
  nobody = await ApiClient.open(world.origin, stranger, 1)
})
afterAll(() => world.stop())

const idsOf = ({ requestId, reservationId, filterId, tenant }: Owned): string[] => [
  requestId,
  reservationId,
  filterId,
  tenant.partnerCode,
  tenant.portal.memberId
]

const send = (client: ApiClient | undefined, { method, path }: Route, id: string): Promise<ApiAnswer> =>
  call(
    world.origin,
    method,
    path.replace(/:\w+/, encodeURIComponent(id)),
    method === 'GET' ? undefined : (BODIES[path] ?? { reason: 'look' }),
    client ? { authorization: `Bearer ${client.token}` } : {}
  )

/** All that a caller can tell apart, without what differs with every call. */
function shown({ status, text, headers }: ApiAnswer, id: string): string {
  const names = [...headers.keys()].filter((name) => !/ratelimit|date|content-length|etag/.test(name)).sort()
  const body = text.replaceAll(id, '<id>').replace(/"(?:requestId|instance)":"[^"]*"/g, '')
  return `${status} ${names.join()} ${body}`
}

describe('what belongs to another tenant', () => {
  it.each(withIds.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s tells nobody that it is there',
    async (_name, route) => {
      let calls = 0
      for (const { tenant } of tenants) {
        const others = tenants.filter((other) => other.tenant !== tenant).flatMap(idsOf)
        for (const client of [tenant.admin, tenant.agent, nobody, undefined])
          for (const id of others) {
            const ghost = id.includes('-') ? randomUUID() : 'f'.repeat(id.length)
            const [theirs, nothing] = [await send(client, route, id), await send(client, route, ghost)]
            // Deleting what is gone already is no error.
            if (!(route.method === 'DELETE' && client?.portal.memberId === tenant.portal.memberId))
              expect(theirs.status, `${route.path} of ${id}`).toBeGreaterThanOrEqual(400)
            expect(shown(theirs, id)).toBe(shown(nothing, ghost))
            calls++
          }
      }
      recordFigure('R17', `${route.method} ${route.path}: ${calls} ids of others, 0 told apart`)
    }
  )

  it('is still whole', async () => {
    for (const { tenant, reservationId, filterId } of tenants) {
      ;(await tenant.agent.get(`/api/reservations/${reservationId}`)).expect(200)
      const { items } = (await tenant.agent.get('/api/saved-filters')).expect(200)
      expect(items.map((item: { id: string }) => item.id)).toEqual([filterId])
    }
  })
})
