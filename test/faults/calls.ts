import type { CrmMode } from '../portal/bitrix24.ts'
import type { FaultSpec } from '../portal/rest/faults.ts'

type Params = Record<string, any>
type Seen = { method: string; params: Params }

/** One call of a delivery, as the portal sees it. */
export interface DeliveryCall {
  name: string
  /** A refused task does not hold up the delivery; everything else does. */
  kind: 'settings' | 'add' | 'task' | 'find' | 'findTask' | 'trigger' | 'notice'
  method: string
  entityTypeId?: number
  /** A look-up comes only after this call left open what became of it. */
  after?: DeliveryCall
  /** A notice is sent only because the portal has refused this call. */
  refused?: DeliveryCall
}

const COMPANY = 4
const CONTACT = 3
const DEAL = 2
const LEAD = 1

const settings: DeliveryCall = { name: 'CRM settings (batch)', kind: 'settings', method: 'crm.settings.mode.get' }
const task: DeliveryCall = { name: 'create task', kind: 'task', method: 'crm.activity.todo.add' }
const add = (name: string, entityTypeId: number): DeliveryCall => ({
  ...{ name: `create ${name}`, kind: 'add', method: 'crm.item.add', entityTypeId }
})
const find = (name: string, after: DeliveryCall): DeliveryCall => ({
  ...{ name: `look up ${name}`, kind: 'find', method: 'crm.item.list', after },
  entityTypeId: after.entityTypeId!
})

const lead = add('lead', LEAD)
const company = add('company', COMPANY)
const contact = add('contact', CONTACT)
const deal = add('deal', DEAL)
const findTask: DeliveryCall = { name: 'look up task', kind: 'findTask', method: 'crm.activity.list', after: task }

const trigger: DeliveryCall = { name: 'fire trigger', kind: 'trigger', method: 'crm.automation.trigger.execute' }
const notice = (refused: DeliveryCall): DeliveryCall => ({
  ...{ name: 'notice of a refusal (batch)', kind: 'notice', method: 'im.notify.system.add', refused }
})

/** Every call that a delivery makes, in its order, and the look-ups after each. */
export const CALLS: Record<CrmMode, DeliveryCall[]> = {
  classic: [settings, lead, find('lead', lead), task, findTask, trigger, notice(lead)],
  simple: [
    ...[settings, company, find('company', company), contact, find('contact', contact)],
    ...[deal, find('deal', deal), task, findTask, trigger, notice(company)]
  ]
}

/** The fault strikes this call and no other. */
export function strike(
  call: DeliveryCall,
  fault: Omit<FaultSpec, 'method'>,
  seen?: (params: Params) => void
): FaultSpec {
  return {
    ...fault,
    method: call.method,
    when: ({ method, params }: Seen) => {
      const isIt = method === call.method && isAbout(call, params)
      if (isIt) seen?.(params)
      return isIt
    }
  }
}

/** The HTTP request that carries the call: it has the token. */
export const asRequest = (call: DeliveryCall): DeliveryCall =>
  call.kind === 'settings' || call.kind === 'notice' ? { ...call, method: 'batch' } : call

function isAbout(call: DeliveryCall, params: Params): boolean {
  if (call.entityTypeId !== undefined && Number(params.entityTypeId) !== call.entityTypeId) return false
  if (call.method === 'batch')
    return JSON.stringify(params.cmd).includes(call.kind === 'notice' ? 'im.notify' : 'crm.settings.mode.get')
  return call.kind !== 'find' || params.filter?.['=originId'] !== undefined
}
