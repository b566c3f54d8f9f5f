import { asInt, asText, param } from '../../php.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

export const notificationMethods: MethodTable = {
  'im.notify': {
    scope: 'im',
    run: (call) => add(call, asText(param(call.params, 'TYPE')).toUpperCase() === 'SYSTEM' ? 'system' : 'personal')
  },
  'im.notify.personal.add': { scope: 'im', run: (call) => add(call, 'personal') },
  'im.notify.system.add': { scope: 'im', run: (call) => add(call, 'system') },
  'im.notify.delete': { scope: 'im', run: remove }
}

const ATTACH_LIMIT = 60_000

function add({ portal, caller, params }: Call, kind: 'personal' | 'system'): number | false {
  const userId = asInt(param(params, 'USER_ID'))
  if (userId <= 0) throw new RestError('USER_ID_EMPTY', "User ID can't be empty")
  const message = asText(param(params, 'MESSAGE'))
  if (message === '') throw new RestError('MESSAGE_EMPTY', "Message can't be empty")
  const attach = param(params, 'ATTACH')
  if (attach !== undefined && JSON.stringify(attach).length > ATTACH_LIMIT)
    throw new RestError('ATTACH_OVERSIZE', 'You have exceeded the maximum allowable size of attach')
  const user = portal.users.find((candidate) => candidate.id === userId)
  if (!user?.active) return false
  return portal.notifications.add({
    userId,
    kind,
    authorId: kind === 'personal' ? caller.user.id : 0,
    message,
    messageOut: asText(param(params, 'MESSAGE_OUT')),
    tag: asText(param(params, 'TAG')),
    subTag: asText(param(params, 'SUB_TAG')),
    at: portal.now()
  }).id
}

function remove({ portal, params }: Call): boolean {
  const id = asInt(param(params, 'ID'))
  const tag = asText(param(params, 'TAG'))
  const subTag = asText(param(params, 'SUB_TAG'))
  return portal.notifications.remove(
    (row) => (id > 0 && row.id === id) || (tag !== '' && row.tag === tag) || (subTag !== '' && row.subTag === subTag)
  )
}
