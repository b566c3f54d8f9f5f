import { asInt, asText, param, type Params } from '../../php.ts'
import { isKnownEvent, knownEvents } from '../../events/event-names.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

export const eventMethods: MethodTable = {
  'event.bind': { appOnly: true, run: bind },
  'event.unbind': { appOnly: true, run: unbind },
  'event.get': { appOnly: true, run: list },
  'event.test': {
    appOnly: true,
    run: ({ portal, params }) => {
      portal.fire('ONAPPTEST', { QUERY: params, LANGUAGE_ID: portal.lang })
      return 1
    }
  },
  events: { run: ({ caller }) => knownEvents(caller.scopes) }
}

function bind({ portal, caller, params }: Call): boolean {
  const event = asText(param(params, 'event')).toUpperCase()
  const handler = asText(param(params, 'handler'))
  if (event === '') throw argument('EVENT')
  if (asText(param(params, 'event_type')).toLowerCase() === 'offline') throw offlineRefusal(caller.user.isAdmin)
  if (handler === '') throw argument('HANDLER')
  checkHandler(handler)
  if (!isKnownEvent(event, caller.scopes)) throw new RestError('ERROR_EVENT_NOT_FOUND', 'Event not found')
  const wanted = asInt(param(params, 'auth_type'))
  if (wanted > 0 && wanted !== caller.user.id && !caller.user.isAdmin)
    throw new RestError(
      'ACCESS_DENIED',
      'Access denied! Event binding with AUTH_TYPE requires administrator access rights',
      403
    )
  const authType = caller.user.isAdmin ? wanted : caller.user.id
  const handlers = portal.installation.eventHandlers
  if (handlers.some((row) => row.event === event && row.handler === handler && row.authType === authType))
    throw new RestError('ERROR_CORE', 'Unable to set event handler: Handler already binded')
  portal.installation.addEventHandler(event, handler, authType)
  return true
}

function argument(name: string): RestError {
  return new RestError('ERROR_ARGUMENT', `Argument '${name}' is null or empty`, 400, { argument: name })
}

export function checkHandler(handler: string): void {
  if (!URL.canParse(handler)) throw new RestError('ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')
  if (!/^https?:$/.test(new URL(handler).protocol))
    throw new RestError('ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol')
}

function offlineRefusal(isAdmin: boolean): RestError {
  if (isAdmin) return new RestError('WRONG_LICENSE', 'Offline events are not part of this emulator', 403)
  return new RestError(
    'ACCESS_DENIED',
    'Access denied! Offline events binding requires administrator access rights',
    403
  )
}

function unbind({ portal, caller, params }: Call): Params {
  const event = asText(param(params, 'event')).toUpperCase()
  const handler = asText(param(params, 'handler'))
  const authType = param(params, 'auth_type')
  if (event === '') throw argument('EVENT')
  const count = portal.installation.removeEventHandlers(
    (row) =>
      row.event === event &&
      (handler === '' || row.handler === handler) &&
      (authType === undefined || row.authType === asInt(authType)) &&
      (caller.user.isAdmin || row.authType === caller.user.id)
  )
  return { count }
}

function list({ portal, caller }: Call): Params[] {
  return portal.installation.eventHandlers
    .filter((row) => caller.user.isAdmin || row.authType === caller.user.id)
    .map((row) => ({ event: row.event, handler: row.handler, auth_type: String(row.authType), offline: 0 }))
}
