import { asMap, asText, param, type Params } from '../../php.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'
import { checkHandler } from './events.ts'

export const bizprocMethods: MethodTable = {
  'bizproc.robot.add': { scope: 'bizproc', run: addRobot },
  'bizproc.robot.update': { scope: 'bizproc', run: updateRobot },
  'bizproc.robot.list': {
    scope: 'bizproc',
    run: (call) => {
      mayManage(call)
      return [...call.portal.robots.keys()]
    }
  },
  'bizproc.robot.delete': { scope: 'bizproc', run: deleteRobot },
  'bizproc.event.send': { scope: 'bizproc', run: sendEvent }
}

function mayManage({ caller }: Call): void {
  if (caller.kind !== 'app') throw new RestError('ACCESS_DENIED', 'Application context required')
  if (!caller.user.isAdmin) throw new RestError('ACCESS_DENIED', 'Access denied!')
}

function invalid(text: string): RestError {
  return new RestError('ERROR_ACTIVITY_VALIDATION_FAILURE', text)
}

function addRobot(call: Call): boolean {
  mayManage(call)
  const { portal, params } = call
  const code = asText(param(params, 'CODE'))
  if (code === '') throw invalid('Empty activity code!')
  if (!/^[a-z0-9.\-_]+$/i.test(code)) throw invalid('Wrong activity code!')
  const handler = asText(param(params, 'HANDLER'))
  checkHandler(handler)
  const name = param(params, 'NAME')
  if (name === undefined || name === '') throw invalid('Empty activity NAME!')
  if (portal.robots.has(code))
    throw new RestError('ERROR_ACTIVITY_ALREADY_INSTALLED', 'Activity or Robot already installed!')
  const useSubscription = asText(param(params, 'USE_SUBSCRIPTION')) || 'Y'
  const [properties, returnProperties] = [param(params, 'PROPERTIES'), param(params, 'RETURN_PROPERTIES')].map(asMap)
  portal.robots.set(code, {
    ...{ code, handler, name, properties: properties!, returnProperties: returnProperties!, useSubscription }
  })
  return true
}

function updateRobot(call: Call): boolean {
  mayManage(call)
  const robot = call.portal.robots.get(asText(param(call.params, 'CODE')))
  if (!robot) throw new RestError('ERROR_ACTIVITY_NOT_FOUND', 'Activity or Robot not found!')
  const fields: Params = asMap(param(call.params, 'FIELDS'))
  if ('HANDLER' in fields) robot.handler = asText(fields.HANDLER)
  if ('NAME' in fields) robot.name = fields.NAME
  if ('RETURN_PROPERTIES' in fields) robot.returnProperties = asMap(fields.RETURN_PROPERTIES)
  return true
}

function deleteRobot(call: Call): boolean {
  mayManage(call)
  if (!call.portal.robots.delete(asText(param(call.params, 'CODE'))))
    throw new RestError('ERROR_ACTIVITY_NOT_FOUND', 'Activity or Robot not found!')
  return true
}

function sendEvent({ portal, params }: Call): boolean {
  const token = asText(param(params, 'EVENT_TOKEN'))
  const waiting = portal.robotRuns.find((run) => run.eventToken === token && !run.answered)
  if (!waiting) throw new RestError('ACCESS_DENIED', 'Access denied!', 403)
  waiting.answered = true
  waiting.returnValues = asMap(param(params, 'RETURN_VALUES'))
  waiting.logMessage = asText(param(params, 'LOG_MESSAGE'))
  return true
}
