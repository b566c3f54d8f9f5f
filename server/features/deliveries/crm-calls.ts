import { APP } from '../../../manifest/app.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { BeforeSend, PortalClient } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'
import type { Fields } from './rules.ts'

export interface Owner {
  type: number
  id: number
}

export async function createItem(
  client: PortalClient,
  entityTypeId: number,
  fields: Fields,
  beforeSend: BeforeSend
): Promise<number> {
  const result = await client.call('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' }, beforeSend)
  return idOf(objectOf(objectOf(result).item).id)
}

/** What was sent a minute ago is among the newest: a page of them is enough. */
const NEWEST_FIRST = { order: { ID: 'DESC' } }

/** The item that carries our key. The CRM does not keep the key unique; the first is the one. */
export async function findItem(
  client: PortalClient,
  entityTypeId: number,
  originId: string
): Promise<number | undefined> {
  const result = await client.call('crm.item.list', {
    entityTypeId,
    select: ['id'],
    order: { id: 'ASC' },
    filter: { '=originatorId': APP.originator, '=originId': originId }
  })
  const [first] = rowsOf(objectOf(result).items)
  return first === undefined ? undefined : idOf(objectOf(first).id)
}

export async function createTask(
  client: PortalClient,
  owner: Owner,
  task: { title: string; description: string; deadline: string; responsibleId: number },
  beforeSend: BeforeSend
): Promise<number> {
  const params = { ownerTypeId: owner.type, ownerId: owner.id, ...task }
  const result = await client.call('crm.activity.todo.add', params, beforeSend)
  return idOf(objectOf(result).id)
}

export async function findTask(client: PortalClient, owner: Owner, title: string): Promise<number | undefined> {
  const result = await client.call('crm.activity.list', {
    filter: { OWNER_TYPE_ID: owner.type, OWNER_ID: owner.id },
    ...NEWEST_FIRST,
    select: ['ID', 'SUBJECT', 'DESCRIPTION']
  })
  const task = rowsOf(result)
    .map(objectOf)
    .find((activity) => activity.SUBJECT === title)
  return task && idOf(task.ID)
}

/** An open entry of the timeline shows its badge on the kanban card. */
export async function createBadge(
  client: PortalClient,
  owner: Owner,
  badge: { layout: Fields; responsibleId: number; originId: string; badgeCode: string },
  beforeSend: BeforeSend
): Promise<number> {
  const { layout, ...fields } = badge
  const result = await client.call(
    'crm.activity.configurable.add',
    {
      ...{ ownerTypeId: owner.type, ownerId: owner.id, layout },
      fields: { ...fields, completed: 'N', originatorId: APP.originator }
    },
    beforeSend
  )
  return idOf(objectOf(objectOf(result).activity).id)
}

export async function findBadge(client: PortalClient, owner: Owner, originId: string): Promise<number | undefined> {
  const result = await client.call('crm.activity.list', {
    filter: { OWNER_TYPE_ID: owner.type, OWNER_ID: owner.id, PROVIDER_ID: 'CONFIGURABLE_REST_APP' },
    ...NEWEST_FIRST,
    select: ['ID', 'ORIGIN_ID']
  })
  const badge = rowsOf(result)
    .map(objectOf)
    .find((activity) => activity.ORIGIN_ID === originId)
  return badge && idOf(badge.ID)
}

export async function closeBadge(client: PortalClient, id: number, layout: Fields): Promise<void> {
  await client.call('crm.activity.configurable.update', { id, fields: { completed: 'Y' }, layout })
}

/** Comments of the timeline are told apart by their text. */
export async function createComment(
  client: PortalClient,
  owner: Owner,
  text: string,
  beforeSend: BeforeSend
): Promise<number> {
  const fields = { ENTITY_ID: owner.id, ENTITY_TYPE: owner.type === 1 ? 'lead' : 'deal', COMMENT: text }
  return idOf(await client.call('crm.timeline.comment.add', { fields }, beforeSend))
}

export async function findComment(client: PortalClient, owner: Owner, text: string): Promise<number | undefined> {
  const result = await client.call('crm.timeline.comment.list', {
    filter: { ENTITY_ID: owner.id, ENTITY_TYPE: owner.type === 1 ? 'lead' : 'deal' },
    ...NEWEST_FIRST,
    select: ['ID', 'COMMENT']
  })
  const comment = rowsOf(result)
    .map(objectOf)
    .find((row) => row.COMMENT === text)
  return comment && idOf(comment.ID)
}

/** An answer without a list does not say that nothing is there. */
function rowsOf(value: unknown): unknown[] {
  const rows = listOf(value)
  if (Array.isArray(value) || rows.length > 0) return rows
  throw new PortalError('ambiguous', 'NO_LIST', 'The portal answered without a list')
}

/** An answer without an id leaves open whether something was created. */
function idOf(value: unknown): number {
  const id = Number(value)
  if (Number.isInteger(id) && id > 0) return id
  throw new PortalError('ambiguous', 'NO_ID', 'The portal answered without an id')
}
