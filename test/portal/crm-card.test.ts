import { afterEach, beforeEach, expect, test } from 'vitest'
import { asMap } from './php.ts'
import { startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld()
})
afterEach(() => t.stop())

test('todo and configurable activities stand in crm.activity.list beside a call', async () => {
  await t.rest.addLead()
  const owner = { ownerTypeId: 1, ownerId: 1 }
  const todo = await t.rest.call('crm.activity.todo.add', {
    ...owner,
    deadline: '2026-03-03 10:00:00',
    title: 'First contact'
  })
  const layout = { icon: { code: 'info' }, header: { title: 'Withdrawn' }, body: { logo: { code: 'info' } } }
  await t.rest.call('crm.activity.configurable.add', { ...owner, fields: { completed: true }, layout })
  await t.portal.addActivity(1, 1)
  const { body } = await t.rest.call('crm.activity.list', {
    filter: { OWNER_TYPE_ID: 1, OWNER_ID: 1 },
    select: ['ID', 'PROVIDER_ID']
  })
  expect(body.result).toEqual([
    { ID: String(todo.result.id), PROVIDER_ID: 'CRM_TODO' },
    { ID: expect.any(String), PROVIDER_ID: 'CONFIGURABLE_REST_APP' },
    { ID: expect.any(String), PROVIDER_ID: 'VOXIMPLANT_CALL' }
  ])
})

test('triggers, timelines, layouts and duplicates answer as documented', async () => {
  await t.rest.addLead({ fm: [{ typeId: 'PHONE', value: '+49 30 123456' }] })
  const execute = { CODE: 'reserved', OWNER_TYPE_ID: 1, OWNER_ID: 1 }
  expect((await t.rest.call('crm.automation.trigger.execute', execute)).body).toMatchObject({ error: '' })
  await t.rest.call('crm.automation.trigger.add', { CODE: 'reserved', NAME: 'Reserved' })
  t.portal.attachTrigger('reserved', 1, 'IN_PROCESS')
  expect((await t.rest.call('crm.automation.trigger.execute', execute)).body.result).toBe(true)
  expect(t.portal.crm.get(1, 1)?.stageId).toBe('IN_PROCESS')
  const note = { entityTypeId: 1, entityId: 1, title: 'T', text: 'x', iconCode: 'info' }
  expect((await t.rest.call('crm.timeline.logmessage.add', { fields: note })).result.logMessage).toMatchObject({
    title: 'T'
  })
  const place = { entityTypeId: 1, scope: 'C' }
  expect((await t.rest.call('crm.item.details.configuration.get', place)).body.result).toBeNull()
  const data = [{ name: 'main', title: 'About', type: 'section', elements: [{ name: 'TITLE' }] }]
  await t.rest.call('crm.item.details.configuration.set', { ...place, data })
  expect((await t.rest.call('crm.item.details.configuration.get', place)).body.result).toEqual([
    { ...data[0], elements: [{ name: 'TITLE', optionFlags: '0' }] }
  ])
  const find = (value: string): Promise<unknown> =>
    t.rest
      .call('crm.duplicate.findbycomm', { type: 'PHONE', values: [value] })
      .then((answer) => asMap(answer.body).result)
  expect(await find('+4930123456')).toEqual({ LEAD: [1] })
  expect(await find('+111')).toEqual([])
})
