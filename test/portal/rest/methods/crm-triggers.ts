import { asInt, asText, param } from '../../php.ts'
import { findEntityType } from '../../crm/entity-types.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

export const crmTriggerMethods: MethodTable = {
  'crm.automation.trigger.add': { scope: 'crm', run: add },
  'crm.automation.trigger.list': {
    scope: 'crm',
    run: (call) => {
      mayManage(call)
      return [...call.portal.triggers].map(([code, name]) => ({ NAME: name, CODE: code }))
    }
  },
  'crm.automation.trigger.delete': { scope: 'crm', run: remove },
  'crm.automation.trigger.execute': { scope: 'crm', run: execute },
  'crm.automation.trigger': { scope: 'crm', run: () => true }
}

function mayManage({ caller }: Call): void {
  if (caller.kind !== 'app') throw new RestError('ACCESS_DENIED', 'Access denied! Application context required')
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied! Admin permissions required')
}

function readCode({ params }: Call): string {
  const code = asText(param(params, 'CODE'))
  if (code === '') throw new RestError('', 'Empty trigger code!')
  if (!/^[a-z0-9.\-_]+$/.test(code)) throw new RestError('', 'Wrong trigger code!')
  return code
}

function add(call: Call): boolean {
  mayManage(call)
  const code = readCode(call)
  const name = asText(param(call.params, 'NAME'))
  if (name === '') throw new RestError('', 'Empty trigger name!')
  call.portal.triggers.set(code, name)
  return true
}

function remove(call: Call): boolean {
  mayManage(call)
  const code = readCode(call)
  if (!call.portal.triggers.delete(code)) throw new RestError('', `Trigger with code ${code} is not registered.`)
  return true
}

/** True doesn't mean that a stage changed: that happens only where the tenant attached the trigger. */
async function execute(call: Call): Promise<boolean> {
  mayManage(call)
  const code = readCode(call)
  const { portal, params } = call
  if (!portal.triggers.has(code)) throw new RestError('', `Trigger with code ${code} is not registered.`)
  const type = findEntityType(asInt(param(params, 'OWNER_TYPE_ID')))
  if (!type?.stageEntity) throw new RestError('', 'Incorrect parameter OWNER_TYPE_ID.')
  const id = asInt(param(params, 'OWNER_ID'))
  if (id <= 0) throw new RestError('', 'Incorrect parameter OWNER_ID.')
  portal.triggerRuns.push({ code, entityTypeId: type.id, id, at: portal.now() })
  const stageId = portal.attachedTriggers.get(`${code} ${type.id}`)
  if (stageId && portal.crm.find(type.id, id)) await portal.moveTo(type.id, id, stageId, { by: 'robot' })
  return true
}
