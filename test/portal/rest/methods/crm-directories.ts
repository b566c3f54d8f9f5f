import { asInt, asMap, asText, param, type Params } from '../../php.ts'
import { DEAL, LEAD } from '../../crm/entity-types.ts'
import { matchesFilter, sortRows } from '../../crm/filters.ts'
import { cutPage } from '../../crm/paging.ts'
import type { StatusRow } from '../../crm/stages.ts'
import { Page, type Call, type MethodTable } from '../method.ts'
import { RestError } from '../errors.ts'

/** Stages, funnels, sources, currencies, the CRM's mode and the history of stages. */
export const crmDirectoryMethods: MethodTable = {
  'crm.status.list': { scope: 'crm', run: listStatuses },
  'crm.status.entity.types': { scope: 'crm', run: listEntityTypes },
  'crm.status.entity.items': {
    scope: 'crm',
    run: ({ portal, params }) =>
      portal.crm.stages
        .directory(asText(param(params, 'entityId')))
        .map((row) => ({ NAME: row.name, SORT: row.sort, STATUS_ID: row.statusId }))
  },
  'crm.category.list': { scope: 'crm', run: listCategories },
  'crm.stagehistory.list': { scope: 'crm', run: listHistory },
  'crm.currency.list': { scope: 'crm', run: listCurrencies },
  'crm.currency.base.get': { scope: 'crm', run: ({ portal }) => portal.currencies[0] },
  'crm.settings.mode.get': { scope: 'crm', run: ({ portal }) => (portal.crm.mode === 'classic' ? 1 : 2) },
  'crm.enum.settings.mode': {
    scope: 'crm',
    run: () => [
      { ID: 1, NAME: 'Classic CRM mode', SYMBOL_CODE: 'CLASSIC' },
      { ID: 2, NAME: 'Simple CRM mode', SYMBOL_CODE: 'SIMPLE' }
    ]
  }
}

function listStatuses({ portal, params }: Call): unknown {
  const rows = portal.crm.stages.rows.map(showStatus)
  const known = new Set([
    'ID',
    'ENTITY_ID',
    'STATUS_ID',
    'NAME',
    'NAME_INIT',
    'SORT',
    'SYSTEM',
    'CATEGORY_ID',
    'SEMANTICS'
  ])
  const resolve = (name: string): string | undefined => (known.has(name) ? name : undefined)
  const filter = asMap(param(params, 'filter'))
  const wanted = rows.filter((row) => matchesFilter(row, filter, { resolve, strict: false }))
  const order = asMap(param(params, 'order'))
  const sorted = sortRows(wanted, Object.keys(order).length > 0 ? order : { SORT: 'ASC' }, resolve)
  return new Page(sorted, sorted.length)
}

function showStatus(row: StatusRow): Params {
  return {
    ID: String(row.id),
    ENTITY_ID: row.entityId,
    STATUS_ID: row.statusId,
    NAME: row.name,
    NAME_INIT: row.system ? row.name : '',
    SORT: String(row.sort),
    SYSTEM: row.system ? 'Y' : 'N',
    CATEGORY_ID: row.categoryId === null ? null : String(row.categoryId),
    COLOR: row.color || null,
    SEMANTICS: row.semantics,
    EXTRA: { SEMANTICS: row.extra, COLOR: row.color }
  }
}

function listEntityTypes({ portal }: Call): unknown {
  const stages = portal.crm.stages
  const base = [
    { ID: 'STATUS', NAME: 'Lead stages', SEMANTIC_INFO: semanticInfo('NEW', 'CONVERTED', 'JUNK') },
    { ID: 'SOURCE', NAME: 'Sources', SEMANTIC_INFO: [] },
    { ID: 'DEAL_STAGE', NAME: 'Deal stages', SEMANTIC_INFO: semanticInfo('NEW', 'WON', 'LOSE') }
  ]
  const own = stages.funnels
    .filter((funnel) => funnel.id > 0)
    .map(({ id, name }) => ({
      ID: `DEAL_STAGE_${id}`,
      NAME: `Deal stages (${name})`,
      PARENT_ID: 'DEAL_STAGE',
      SEMANTIC_INFO: semanticInfo(`C${id}:NEW`, `C${id}:WON`, `C${id}:LOSE`),
      CATEGORY_ID: String(id)
    }))
  return [...base, ...own]
}

function semanticInfo(start: string, success: string, failure: string): Params {
  return { START_FIELD: start, FINAL_SUCCESS_FIELD: success, FINAL_UNSUCCESS_FIELD: failure, FINAL_SORT: 0 }
}

function listCategories({ portal, params }: Call): unknown {
  const entityTypeId = asInt(params.entityTypeId)
  if (entityTypeId !== DEAL)
    throw new RestError('ENTITY_TYPE_NOT_SUPPORTED', `Entity type ${entityTypeId} is not supported`)
  const categories = portal.crm.stages.funnels.map(({ id, name, sort, isDefault }) => ({
    id,
    name,
    sort,
    entityTypeId,
    isDefault: isDefault ? 'Y' : 'N',
    ...(isDefault ? {} : { originId: '', originatorId: '' })
  }))
  return new Page({ categories }, categories.length)
}

function listHistory({ portal, params }: Call): unknown {
  const entityTypeId = asInt(param(params, 'entityTypeId'))
  if (entityTypeId !== LEAD && entityTypeId !== DEAL)
    throw new RestError(0, `${asText(param(params, 'entityTypeId'))} entity is not supported`)
  const rows = portal.crm.history.rows
    .filter((row) => row.entityTypeId === entityTypeId)
    .map((row): Params => {
      const common = { ID: row.id, TYPE_ID: row.typeId, OWNER_ID: row.ownerId, CREATED_TIME: row.createdTime }
      if (entityTypeId === LEAD) return { ...common, STATUS_SEMANTIC_ID: row.semantics, STATUS_ID: row.stageId }
      return { ...common, CATEGORY_ID: row.categoryId, STAGE_SEMANTIC_ID: row.semantics, STAGE_ID: row.stageId }
    })
  const known = new Set(Object.keys(rows[0] ?? {}))
  const resolve = (name: string): string | undefined => (known.has(name) ? name : undefined)
  const filter = asMap(param(params, 'filter'))
  const wanted = rows.filter((row) => matchesFilter(row, filter, { resolve, strict: false }))
  const order = asMap(param(params, 'order'))
  const sorted =
    rows.length === 0 ? [] : sortRows(wanted, Object.keys(order).length > 0 ? order : { ID: 'ASC' }, resolve)
  return cutPage(sorted, param(params, 'start'), (items) => ({ items }))
}

function listCurrencies({ portal }: Call): unknown {
  const rows = portal.currencies.map((code, index) => ({
    CURRENCY: code,
    AMOUNT_CNT: '1',
    AMOUNT: index === 0 ? '1.0000' : '1.1000',
    SORT: String((index + 1) * 100),
    BASE: index === 0 ? 'Y' : 'N',
    FULL_NAME: code,
    LID: portal.lang,
    FORMAT_STRING: `# ${code}`,
    DEC_POINT: '.',
    THOUSANDS_SEP: ' ',
    DECIMALS: code === 'JPY' || code === 'VND' ? '0' : '2',
    DATE_UPDATE: portal.crm.time()
  }))
  return new Page(rows, rows.length)
}
