import { asInt, asMap, asText, param, phpMap, type Params } from '../../php.ts'
import { isKnownPlacement, knownPlacements, SINGLE_PLACEMENTS } from '../../frame/placement-codes.ts'
import { RestError, systemErrors } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'
import { checkHandler } from './events.ts'

export const placementMethods: MethodTable = {
  'placement.bind': { scope: 'placement', appOnly: true, run: bind },
  'placement.unbind': { scope: 'placement', appOnly: true, run: unbind },
  'placement.get': { scope: 'placement', appOnly: true, run: list },
  'placement.list': { scope: 'placement', run: ({ caller }) => knownPlacements(caller.scopes) }
}

/** Several refusals come with HTTP 200 (docs: `widgets/placement-bind.md`). */
function soft(code: string, text: string, extra: Params = {}): RestError {
  return new RestError(code, text, 200, extra)
}

function admin({ caller }: Call): void {
  if (!caller.user.isAdmin) throw systemErrors.accessDenied()
}

function bind(call: Call): boolean {
  admin(call)
  const { portal, params, caller } = call
  const placement = asText(param(params, 'PLACEMENT')).toUpperCase()
  const handler = asText(param(params, 'HANDLER'))
  for (const [name, value] of [
    ['PLACEMENT', placement],
    ['HANDLER', handler]
  ] as const)
    if (value === '') throw soft('ERROR_ARGUMENT', `Argument '${name}' is null or empty`, { argument: name })
  if (!isKnownPlacement(placement, caller.scopes))
    throw new RestError('ERROR_PLACEMENT_NOT_FOUND', 'Placement not found')
  checkHandler(handler)
  const userId = asInt(param(params, 'USER_ID'))
  const options = asMap(param(params, 'OPTIONS'))
  const rows = portal.installation.placements
  if (userId > 0 && placement !== 'PAGE_BACKGROUND_WORKER')
    throw soft('ERROR_PLACEMENT_USER_MODE', 'User mode is not available for this placement')
  if (SINGLE_PLACEMENTS.has(placement) && rows.some((row) => row.placement === placement && row.userId === userId))
    throw soft('ERROR_PLACEMENT_MAX_COUNT', 'Placement max count')
  if (placement === 'PAGE_BACKGROUND_WORKER' && asText(options.errorHandlerUrl) === '')
    throw soft('EMPTY_ERROR_HANDLER_URL', 'Error handler URL is empty')
  // the same handler twice makes twin tabs: the sample in docs `widgets/placement-get.md` shows them
  rows.push({
    placement,
    userId,
    handler,
    options,
    title: asText(param(params, 'TITLE')),
    description: asText(param(params, 'DESCRIPTION')),
    langAll: asMap(param(params, 'LANG_ALL'))
  })
  return true
}

function list(call: Call): Params[] {
  admin(call)
  return call.portal.installation.placements.map((row) => ({
    ...row,
    options: phpMap(row.options),
    langAll: phpMap(row.langAll)
  }))
}

/** The answer counts every removed record twice (docs: `widgets/placement-unbind.md`). */
function unbind(call: Call): Params {
  admin(call)
  const { portal, params } = call
  const placement = asText(param(params, 'PLACEMENT')).toUpperCase()
  const handler = asText(param(params, 'HANDLER'))
  if (placement === '') throw soft('ERROR_ARGUMENT', "Argument 'PLACEMENT' is null or empty", { argument: 'PLACEMENT' })
  const before = portal.installation.placements.length
  portal.installation.placements = portal.installation.placements.filter(
    (row) => row.placement !== placement || (handler !== '' && row.handler !== handler)
  )
  return { count: (before - portal.installation.placements.length) * 2 }
}
