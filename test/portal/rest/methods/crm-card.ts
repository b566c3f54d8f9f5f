import { asInt, asList, asMap, asText, isMap, param, phpMap } from '../../php.ts'
import type { Section } from '../../crm/card-layouts.ts'
import { COMPANY, CONTACT, findEntityType, LEAD } from '../../crm/entity-types.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'

/** The layout of a card, and the search for duplicates. */
export const crmCardMethods: MethodTable = {
  'crm.item.details.configuration.get': { scope: 'crm', run: getLayout },
  'crm.item.details.configuration.set': { scope: 'crm', run: setLayout },
  'crm.item.details.configuration.reset': {
    scope: 'crm',
    run: (call) => {
      const place = placeOf(call)
      mayWrite(call, place)
      call.portal.crm.layouts.reset(place.entityTypeId, place.scope, place.userId, place.variant)
      return true
    }
  },
  'crm.item.details.configuration.forceCommonScopeForAll': { scope: 'crm', run: () => true },
  'crm.duplicate.findbycomm': { scope: 'crm', run: findByCommunication }
}

interface Place {
  entityTypeId: number
  scope: string
  userId: number
  variant: string
}

function placeOf({ params, caller }: Call): Place {
  if (params.entityTypeId === undefined) throw new RestError('', "Parameter 'entityTypeId' is not defined")
  const type = findEntityType(asInt(params.entityTypeId))
  if (!type) throw new RestError('', 'The entity type is not supported in current context.')
  const extras = asMap(params.extras)
  return {
    entityTypeId: type.id,
    scope: asText(params.scope).toUpperCase() === 'C' ? 'C' : 'P',
    userId: asInt(params.userId) || caller.user.id,
    variant: String(type.id === LEAD ? asInt(extras.leadCustomerType) || 1 : asInt(extras.dealCategoryId))
  }
}

function mayWrite({ caller }: Call, place: Place): void {
  if (!caller.user.isAdmin && (place.scope === 'C' || place.userId !== caller.user.id))
    throw new RestError('', 'Access denied.')
}

function getLayout(call: Call): Section[] | null {
  const { entityTypeId, scope, userId, variant } = placeOf(call)
  if (scope === 'P' && userId !== call.caller.user.id && !call.caller.user.isAdmin)
    throw new RestError('', 'Access denied.')
  return call.portal.crm.layouts.get(entityTypeId, scope, userId, variant)
}

function setLayout(call: Call): boolean {
  const place = placeOf(call)
  mayWrite(call, place)
  const { data } = call.params
  if (!Array.isArray(data) && !isMap(data)) throw new RestError('', "Parameter 'data' must be array.")
  if (!Array.isArray(data)) throw new RestError('', 'The data must be indexed array.')
  if (data.length === 0) throw new RestError('', 'There are no data to write.')
  const sections = data.map(readSection)
  call.portal.crm.layouts.set(place.entityTypeId, place.scope, place.userId, place.variant, sections)
  return true
}

function readSection(value: unknown, index: number): Section {
  const section = asMap(value)
  if (section.type !== 'section')
    throw new RestError(
      '',
      `Section at index ${index} have type ${asText(section.type)}. The expected type is 'section'.`
    )
  if (asText(section.name) === '') throw new RestError('', `Section at index ${index} does not have name.`)
  if (asText(section.title) === '') throw new RestError('', `Section at index ${index} does not have title.`)
  const elements = asList(section.elements).map((item, position) => {
    const element = asMap(item)
    if (asText(element.name) === '')
      throw new RestError('', `Element at index ${position} in section at index ${index} does not have name.`)
    const options = isMap(element.options) ? { options: element.options } : {}
    return { name: asText(element.name), optionFlags: asText(element.optionFlags) || '0', ...options }
  })
  return { name: asText(section.name), title: asText(section.title), type: 'section', elements }
}

function findByCommunication({ portal, params }: Call): unknown {
  const type = asText(param(params, 'type')).toUpperCase()
  const values = asList(param(params, 'values')).map(asText)
  if (type !== 'PHONE' && type !== 'EMAIL')
    throw new RestError('Communication type is not defined', "Parameter 'type' is required.")
  if (values.length === 0) throw new RestError('Communication values is not defined', "Parameter 'values' is required.")
  const wanted = asText(param(params, 'entity_type')).toUpperCase()
  const found: Record<string, number[]> = {}
  for (const entityTypeId of [LEAD, CONTACT, COMPANY]) {
    const code = findEntityType(entityTypeId)?.code ?? ''
    if (wanted !== '' && wanted !== code) continue
    const items = portal.crm
      .itemsOf(entityTypeId)
      .filter((item) =>
        item.fm.some(
          (row) => row.typeId === type && values.slice(0, 20).some((value) => sameValue(type, row.value, value))
        )
      )
    if (items.length === 0) continue
    found[code] = items.slice(0, 20).map((item) => item.id)
    if (items.length >= 20) break
  }
  return phpMap(found)
}

/** Phones are compared as written but for their punctuation and extension. */
function sameValue(type: string, stored: string, sought: string): boolean {
  if (type === 'EMAIL') return stored.toLowerCase() === sought.toLowerCase()
  const digits = (text: string): string => text.replace(/;.*$/, '').replaceAll(/[^\d+]/g, '')
  return digits(stored) === digits(sought)
}
