import { afterEach, beforeEach, expect, test } from 'vitest'
import { camelUserField } from './crm/uf-names.ts'
import { install, RestClient, startWorld, type TestWorld } from './testing.ts'

let t: TestWorld
beforeEach(async () => {
  t = await startWorld()
})
afterEach(() => t.stop())

const EVENTS = [
  'ONCRMLEADADD',
  'ONCRMLEADUPDATE',
  'ONCRMLEADDELETE',
  'ONCRMDEALADD',
  'ONCRMDEALUPDATE',
  'ONCRMDEALMOVETOCATEGORY',
  'ONCRMCONTACTADD'
]

async function events(action: () => unknown): Promise<string[]> {
  await t.world.settled()
  t.app.clear()
  await action()
  await t.world.settled()
  return t.app.events
}

test('unknown fields are ignored, unknown currencies, stages and filters are refused', async () => {
  const add = (fields: Record<string, unknown>): Promise<unknown> =>
    t.rest.call('crm.item.add', { entityTypeId: 1, fields })
  expect(await add({ PHONE: [{ VALUE: '1' }], nonsense: 1, title: 'Ok' })).toMatchObject({ status: 200 })
  expect(t.portal.crm.get(1, 1)).toMatchObject({ title: 'Ok', hasPhone: 'N', fm: [] })
  expect(await add({ currencyId: 'XXX' })).toMatchObject({ status: 400, error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' })
  expect(await add({ stageId: 'WON' })).toMatchObject({ error: 'CRM_FIELD_ERROR_VALUE_NOT_VALID' })
  expect(await add({ observers: 5 })).toMatchObject({ error: '100' })
  const list = await t.rest.call('crm.item.list', { entityTypeId: 1, filter: { TITLE: 'x' } })
  expect(list).toMatchObject({ status: 400, error: 'INVALID_ARG_VALUE' })
})

test('filters know their prefixes', async () => {
  for (const [originId, opportunity] of [
    ['a', 10],
    ['b', 20],
    ['c', 30]
  ] as const)
    await t.portal.create(2, { title: `Deal ${originId}`, originatorId: 'app', originId, opportunity })
  const ids = async (filter: Record<string, unknown>): Promise<unknown> => {
    const { result } = await t.rest.call('crm.item.list', { entityTypeId: 2, filter, select: ['id'] })
    return (result.items as Array<{ id: number }>).map((item) => item.id)
  }
  expect(await ids({ '=originatorId': 'app', '=originId': 'b' })).toEqual([2])
  expect(await ids({ '@originId': ['a', 'c'] })).toEqual([1, 3])
  expect(await ids({ '!@originId': ['a', 'c'] })).toEqual([2])
  expect(await ids({ '>=opportunity': 20, '!=originId': 'c' })).toEqual([2])
  expect(await ids({ '%title': 'EAL A' })).toEqual([1])
  expect(await ids({ 0: { logic: 'OR', originId: 'a', opportunity: 30 } })).toEqual([1, 3])
})

test('the same external key twice makes two leads: nothing is unique', async () => {
  const fields = { originatorId: 'app', originId: 'r-1' }
  await t.rest.addLead(fields)
  await t.rest.addLead(fields)
  expect(t.portal.crm.list(1)).toHaveLength(2)
})

test('multifields change by id, disappear with an empty value and stay out of a named select', async () => {
  await t.rest.addLead({
    fm: [
      { typeId: 'PHONE', valueType: 'WORK', value: '+1' },
      { typeId: 'EMAIL', value: 'a@b.example' }
    ]
  })
  const [phone, mail] = t.portal.crm.get(1, 1)?.fm ?? []
  const fm = {
    [String(phone?.id)]: { value: '+2' },
    [String(mail?.id)]: { value: '' },
    n0: { typeId: 'WEB', value: 'x.example' }
  }
  await t.rest.call('crm.item.update', { entityTypeId: 1, id: 1, fields: { fm } })
  expect(t.portal.crm.get(1, 1)?.fm.map((row) => row.value)).toEqual(['+2', 'x.example'])
  const { result } = await t.rest.call('crm.item.list', { entityTypeId: 1, select: ['title', 'fm', 'phone'] })
  expect(result.items).toEqual([{ id: 1, title: 'A lead' }])
})

test('legacy methods speak upper case and strings, and fail with an empty code', async () => {
  await t.rest.call('crm.lead.add', {
    fields: { TITLE: 'Old', OPPORTUNITY: 15000, PHONE: [{ VALUE: '+1', VALUE_TYPE: 'WORK' }] }
  })
  const { result } = await t.rest.call('crm.lead.get', { ID: 1 })
  expect(result).toMatchObject({ ID: '1', STATUS_ID: 'NEW', OPPORTUNITY: '15000.00', PHONE: [{ VALUE: '+1' }] })
  expect(await t.rest.call('crm.lead.get', { id: 99 })).toMatchObject({
    status: 400,
    error: '',
    body: { error_description: 'Not found' }
  })
  expect(await t.rest.call('crm.item.get', { entityTypeId: 1, id: 99 })).toMatchObject({
    status: 400,
    error: 'NOT_FOUND'
  })
})

test('custom fields have two names; a second one of that name is refused; a mandatory one stops adding', async () => {
  expect(camelUserField('UF_CRM_3_DIGIT')).toBe('ufCrm3Digit')
  expect(camelUserField('UF_CRM_3_1747309727')).toBe('ufCrm3_1747309727')
  expect(camelUserField('UF_CRM_1747309879')).toBe('ufCrm_1747309879')
  expect(camelUserField('UF_CRM_3_DIGIT10')).toBe('ufCrm_3_DIGIT10')
  const field = { fields: { FIELD_NAME: 'REQUEST', USER_TYPE_ID: 'string', EDIT_FORM_LABEL: { en: 'Request' } } }
  expect((await t.rest.call('crm.lead.userfield.add', field)).status).toBe(200)
  expect(await t.rest.call('crm.lead.userfield.add', field)).toMatchObject({ status: 400, error: 'ERROR_CORE' })
  await t.rest.addLead({ ufCrmRequest: 'R-1' })
  const original = { useOriginalUfNames: 'Y', filter: { '=UF_CRM_REQUEST': 'R-1' }, select: ['UF_CRM_REQUEST'] }
  expect((await t.rest.call('crm.item.list', { entityTypeId: 1, ...original })).result.items).toEqual([
    { id: 1, UF_CRM_REQUEST: 'R-1' }
  ])
  t.portal.requireField(1, 'UF_CRM_REGION', 'Region')
  const refused = await t.rest.call('crm.item.add', { entityTypeId: 1, fields: { title: 'No region' } })
  expect(refused.body).toEqual({
    error: 'CRM_FIELD_ERROR_REQUIRED',
    error_description: 'The field "Region" is required.'
  })
})

test('only an administrator adds custom fields, and rights hide what others own', async () => {
  const employee = new RestClient(t.portal, 2)
  expect(
    (await employee.call('crm.deal.userfield.add', { fields: { FIELD_NAME: 'A', USER_TYPE_ID: 'string' } })).status
  ).toBe(400)
  await t.rest.addLead({ assignedById: 1 })
  t.portal.rights.set(2, 'own')
  expect((await employee.call('crm.item.list', { entityTypeId: 1 })).body.total).toBe(0)
  expect((await employee.call('crm.item.get', { entityTypeId: 1, id: 1 })).error).toBe('ACCESS_DENIED')
})

test('the stages of another funnel are cut at 21 characters', async () => {
  const funnelId = t.portal.addFunnel('Partners')
  const { body } = await t.rest.call('crm.status.list', { filter: { ENTITY_ID: `DEAL_STAGE_${funnelId}` } })
  const ids = (body.result as Array<{ STATUS_ID: string }>).map((row) => row.STATUS_ID)
  expect(ids).toContain('C10:PREPAYMENT_INVOIC')
  expect(Math.max(...ids.map((id) => id.length))).toBe(21)
  expect((await t.rest.call('crm.status.list', { filter: { ENTITY_ID: 'DEAL_STAGE_0' } })).body.result).toEqual([])
  expect((await t.rest.call('crm.category.list', { entityTypeId: 2 })).result.categories).toHaveLength(2)
  expect((await t.rest.call('crm.category.list', { entityTypeId: 1 })).error).toBe('ENTITY_TYPE_NOT_SUPPORTED')
})

test('a move to another funnel fires MOVETOCATEGORY and no UPDATE', async () => {
  await install(t, EVENTS)
  const id = t.portal.addFunnel('Partners')
  await t.rest.addDeal()
  expect(await events(() => t.portal.moveToFunnel(1, id))).toEqual(['ONCRMDEALMOVETOCATEGORY'])
  expect(t.app.received[0]?.body.data).toEqual({ FIELDS: { ID: '1', CATEGORY_ID: '10', STAGE_ID: 'C10:NEW' } })
  const history = await t.rest.call('crm.stagehistory.list', { entityTypeId: 2, filter: { OWNER_ID: 1 } })
  expect(history.result.items).toMatchObject([
    { TYPE_ID: 1, STAGE_ID: 'NEW' },
    { TYPE_ID: 5, STAGE_ID: 'C10:NEW' }
  ])
  expect(await events(() => t.rest.call('crm.deal.update', { id: 1, fields: { STAGE_ID: 'WON' } }))).toEqual([])
  expect(t.portal.crm.get(2, 1)?.stageId).toBe('C10:NEW')
})

test('an update without a difference is silent, a real one echoes', async () => {
  await install(t, EVENTS)
  await t.rest.addLead({ title: 'Same' })
  const update = (title: string): Promise<unknown> =>
    t.rest.call('crm.item.update', { entityTypeId: 1, id: 1, fields: { title } })
  expect(await events(() => update('Same'))).toEqual([])
  expect(await events(() => update('Other'))).toEqual(['ONCRMLEADUPDATE'])
})

test('simple mode converts a lead with a name at once, one without stays', async () => {
  await install(t, EVENTS)
  t.portal.setCrmMode('simple')
  expect((await t.rest.call('crm.settings.mode.get')).body.result).toBe(2)
  await t.rest.addLead({ companyTitle: 'ACME' })
  expect(t.portal.crm.get(1, 1)?.stageId).toBe('NEW')
  const seen = await events(() => t.rest.addLead({ name: 'Eva', fm: [{ typeId: 'EMAIL', value: 'e@v.example' }] }))
  expect(seen.sort()).toEqual(['ONCRMCONTACTADD', 'ONCRMDEALADD', 'ONCRMLEADADD', 'ONCRMLEADUPDATE'])
  expect(t.portal.crm.get(1, 2)).toMatchObject({ stageId: 'CONVERTED', stageSemanticId: 'S' })
  const { result } = await t.rest.call('crm.item.list', { entityTypeId: 2, filter: { leadId: 2 } })
  expect(result.items).toMatchObject([{ leadId: 2, contactIds: [1] }])
})

test('the success stage of a lead creates nothing; the button does', async () => {
  await t.rest.addLead({ name: 'Eva' })
  await t.portal.moveTo(1, 1, 'CONVERTED')
  expect(t.portal.crm.list(2)).toEqual([])
  await t.portal.reopen(1, 1)
  const { dealIds } = await t.portal.convertLead(1, { deals: 2 })
  expect(dealIds).toEqual([1, 2])
  await t.portal.win(1)
  await t.portal.lose(2, 2)
  expect(t.portal.crm.list(2).map((deal) => [deal.leadId, deal.stageSemanticId])).toEqual([
    [1, 'S'],
    [1, 'F']
  ])
})

test('a deleted item is gone for REST until somebody restores it', async () => {
  await install(t, EVENTS)
  await t.rest.addLead()
  expect(await events(() => t.portal.deleteItem(1, 1))).toEqual(['ONCRMLEADDELETE'])
  expect((await t.rest.call('crm.item.get', { entityTypeId: 1, id: 1 })).error).toBe('NOT_FOUND')
  expect(await events(() => t.portal.restoreItem(1, 1))).toEqual(['ONCRMLEADADD'])
  expect((await t.rest.call('crm.item.delete', { entityTypeId: 1, id: 1 })).body.result).toEqual([])
})
