import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FaultKind } from '../portal/rest/faults.ts'
import type { ApiClient } from '../support/api-client.ts'
import type { TestWorld } from '../support/app.ts'
import { OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aRequest } from '../support/factories.ts'
import { startWithStaff } from '../support/staff-portal.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let staff: ApiClient

beforeAll(async () => {
  ;({ world, staff } = await startWithStaff({ POLICY_FILE: policyFile(OPEN_POLICY) }))
})
afterAll(() => world.stop())

it('a field that the CRM does not accept is named to the partner, in the connection and in the console', async () => {
  const { portal, admin, agent } = await world.addPartner({}, { crmMode: 'classic' })
  portal.requireField(1, 'UF_CRM_HOUSE_RULE', 'House rule')
  const pushed = await world.staff.push(aRequest(), 'request.created', world.clock.now())
  const { reservation } = (await agent.reserve(pushed.body.id as string)).expect(201)
  const own = await eventually('the refusal', async () => {
    const one = (await agent.get(`/api/reservations/${reservation.id}`)).expect(200)
    return one.delivery.state === 'refused' ? one : undefined
  })
  const failure = { code: 'field', field: 'House rule' }
  expect(own.delivery).toMatchObject({ failure, error: 'The field "House rule" is required.' })
  expect(own.history.find(({ kind }: { kind: string }) => kind === 'delivery_refused')).toMatchObject({ failure })

  const { lastError } = (await admin.get('/api/connection')).expect(200)
  expect(lastError).toMatchObject({ method: 'crm.item.add', failure })
  const { items } = (await admin.get('/api/connection/calls?outcome=failed')).expect(200)
  expect(items[0]).toMatchObject({ failure })

  const story = (await staff.get(`/api/staff/requests/${String(pushed.body.id)}`)).expect(200)
  expect(story.reservations[0].delivery).toMatchObject({ failure })
  expect(story.timeline.find(({ kind }: { kind: string }) => kind === 'delivery_refused')).toMatchObject({ failure })

  portal.crm.userFields.find(1, 'UF_CRM_HOUSE_RULE')!.mandatory = false
  ;(await agent.post(`/api/reservations/${reservation.id}/delivery`)).expect(200)
  const delivered = await eventually('the delivery', async () => {
    const one = (await agent.get(`/api/reservations/${reservation.id}`)).expect(200)
    return one.delivery.state === 'delivered' ? one : undefined
  })
  expect(delivered.delivery).not.toHaveProperty('failure')
})

it.each([
  ['accessDenied', 'no_rights'],
  ['html200', 'bad_answer'],
  ['queryLimit503', 'throttled'],
  ['internal500', 'portal_error'],
  ['paymentRequired', 'no_plan']
] satisfies [FaultKind, string][])('%s is told as %s', async (kind, code) => {
  const { portal, admin, agent } = await world.addPartner()
  const pushed = await world.staff.push(aRequest(), 'request.created', world.clock.now())
  portal.faults.always({ kind, method: /crm\.item\.(add|list)|batch/ })
  ;(await agent.reserve(pushed.body.id as string)).expect(201)
  await eventually('the failure', async () => {
    const { lastError } = (await admin.get('/api/connection')).expect(200)
    return lastError?.failure.code === code
  })
})
