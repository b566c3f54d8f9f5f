import { isoInZone } from '../clock.ts'
import type { CrmMode } from '../options.ts'
import { asInt, asText, type Params } from '../php.ts'
import { RestError } from '../rest/errors.ts'
import { Activities } from './activities.ts'
import { CardLayouts } from './card-layouts.ts'
import { convertLead } from './conversion.ts'
import type { Actor, CrmItem, CrmItemView } from './crm-item.ts'
import { COMPANY, DEAL, entityType, LEAD } from './entity-types.ts'
import { notValid, type ValueRules } from './field-values.ts'
import type { Given } from './item-fields.ts'
import { defaultTitle, same, withClients } from './item-values.ts'
import { viewItem } from './item-view.ts'
import { mergeItemMultiFields, mergeLegacyMultiFields, MultiFieldIds, readItemMultiFields } from './multifields.ts'
import { RecycleBin } from './recycle-bin.ts'
import { CREATED, FINAL, FUNNEL_CHANGED, MIDDLE, StageHistory } from './stage-history.ts'
import { Stages, type StatusRow } from './stages.ts'
import { Timeline } from './timeline.ts'
import { labelIn, UserFields } from './user-fields.ts'

export interface CrmHost {
  readonly timeZone: string
  readonly currencies: string[]
  readonly lang: string
  now(): number
  emit(event: string, fields: Params, actor: Actor): void
}

/** The CRM of one portal, in memory. Every change fires the events that Bitrix24 fires. */
export class CrmStore {
  readonly stages: Stages
  readonly userFields = new UserFields()
  readonly history = new StageHistory()
  readonly layouts = new CardLayouts()
  readonly timeline: Timeline
  readonly activities: Activities
  readonly bin = new RecycleBin()
  readonly fmIds = new MultiFieldIds()
  readonly #host: CrmHost
  readonly #items = new Map<number, Map<number, CrmItem>>()
  readonly #nextIds = new Map<number, number>()
  mode: CrmMode

  constructor(host: CrmHost, mode: CrmMode) {
    this.#host = host
    this.stages = new Stages(host.lang)
    this.mode = mode
    this.timeline = new Timeline(() => this.time())
    this.activities = new Activities(host)
  }

  /** As `crm.item.get` shows them, custom fields under `UF_…`. */
  list(entityTypeId: number): CrmItemView[] {
    return this.itemsOf(entityTypeId).map((item) => viewItem(item, this.userFields))
  }

  get(entityTypeId: number, id: number): CrmItemView | undefined {
    const item = this.find(entityTypeId, id)
    return item && viewItem(item, this.userFields)
  }

  stagesOf(entityTypeId: number, categoryId = 0): StatusRow[] {
    return this.stages.stagesOf(entityTypeId, categoryId)
  }

  itemsOf(entityTypeId: number): CrmItem[] {
    return [...(this.#items.get(entityTypeId)?.values() ?? [])]
  }

  find(entityTypeId: number, id: number): CrmItem | undefined {
    return this.#items.get(entityTypeId)?.get(id)
  }

  need(entityTypeId: number, id: number): CrmItem {
    const item = this.find(entityTypeId, id)
    if (!item) throw new Error(`no ${entityType(entityTypeId).name} ${id}`)
    return item
  }

  get rules(): ValueRules {
    return { timeZone: this.#host.timeZone, currencies: this.#host.currencies }
  }

  time(): string {
    return isoInZone(this.#host.now(), this.#host.timeZone)
  }

  add(entityTypeId: number, given: Given, actor: Actor): CrmItem {
    this.#checkRequired(entityTypeId, given.values)
    const by = actor === 'robot' ? 0 : actor
    const item: CrmItem = { id: 0, entityTypeId, fm: this.#newMultiFields(given), values: {} }
    const values: Params = { ...this.#defaults(entityTypeId, by), ...withClients(given.values) }
    this.#checkStage(entityTypeId, values)
    item.id = this.#takeId(entityTypeId)
    item.values = { ...values, id: item.id, title: asText(values.title) || defaultTitle(entityTypeId, item.id) }
    this.#derive(item)
    this.put(item)
    if (item.values.stageId !== undefined) this.#remember(item, CREATED)
    this.#emit(item, 'ADD', actor)
    if (entityTypeId === LEAD && this.mode === 'simple' && asText(values.name) !== '')
      convertLead(this, item, { actor })
    return item
  }

  /** False when nothing differs: then nothing is saved and no event comes. */
  update(item: CrmItem, given: Given, actor: Actor): boolean {
    const fm = this.#changedMultiFields(item, given)
    const changes = Object.entries(withClients(given.values)).filter(([name, value]) => !same(item.values[name], value))
    if (changes.length === 0 && JSON.stringify(fm) === JSON.stringify(item.fm)) return false
    const old = { stageId: item.values.stageId, categoryId: item.values.categoryId }
    const values = { ...item.values, ...Object.fromEntries(changes) }
    if (changes.some(([name]) => name === 'categoryId') && !('stageId' in given.values))
      values.stageId = this.stages.first(DEAL, asInt(values.categoryId), 'P')
    this.#checkStage(item.entityTypeId, values)
    item.fm = fm
    item.values = { ...values, updatedTime: this.time(), updatedBy: actor === 'robot' ? 0 : actor }
    const moved = old.stageId !== item.values.stageId || old.categoryId !== item.values.categoryId
    if (moved)
      Object.assign(item.values, {
        movedTime: this.time(),
        movedBy: item.values.updatedBy,
        previousStageId: old.stageId
      })
    this.#derive(item)
    if (old.categoryId !== item.values.categoryId) this.#announceFunnel(item, actor)
    else {
      if (moved) this.#remember(item, item.values.stageSemanticId === 'P' ? MIDDLE : FINAL)
      this.#emit(item, 'UPDATE', actor)
    }
    return true
  }

  remove(item: CrmItem, actor: Actor): void {
    this.#items.get(item.entityTypeId)?.delete(item.id)
    this.bin.put(item)
    this.#emit(item, 'DELETE', actor)
  }

  restore(entityTypeId: number, id: number, actor: Actor, newId = false): CrmItem {
    const item = this.bin.take(entityTypeId, id)
    if (newId) item.id = this.#takeId(entityTypeId)
    item.values = { ...item.values, id: item.id, updatedTime: this.time() }
    this.put(item)
    this.#emit(item, 'ADD', actor)
    return item
  }

  put(item: CrmItem): void {
    const items = this.#items.get(item.entityTypeId) ?? new Map<number, CrmItem>()
    items.set(item.id, item)
    this.#items.set(item.entityTypeId, items)
  }

  #defaults(entityTypeId: number, by: number): Params {
    const now = this.time()
    const stamp = { createdTime: now, updatedTime: now, lastActivityTime: now, createdBy: by, updatedBy: by }
    const owner = { assignedById: by || 1, lastActivityBy: by, opened: 'Y' }
    if (entityTypeId === COMPANY) return { ...stamp, ...owner, currencyId: this.#host.currencies[0] ?? null }
    const source = { sourceId: this.stages.directory('SOURCE')[0]?.statusId ?? null }
    if (entityTypeId > DEAL) return { ...stamp, ...owner, ...source }
    const money = { opportunity: 0, currencyId: this.#host.currencies[0] ?? null, isManualOpportunity: 'N' }
    const begin = entityTypeId === DEAL ? { categoryId: 0, begindate: now, closedate: now } : {}
    return { ...stamp, ...owner, ...source, ...money, ...begin, movedTime: now, movedBy: by }
  }

  #checkRequired(entityTypeId: number, values: Params): void {
    for (const field of this.userFields.of(entityTypeId)) {
      const value = values[field.fieldName]
      const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
      if (field.mandatory && empty) {
        const label = labelIn(field.labels.edit, this.#host.lang)
        throw new RestError('CRM_FIELD_ERROR_REQUIRED', `The field "${label}" is required.`)
      }
    }
  }

  #checkStage(entityTypeId: number, values: Params): void {
    if (!entityType(entityTypeId).stageEntity) return
    const categoryId = asInt(values.categoryId)
    if (entityTypeId === DEAL && !this.stages.funnels.some((funnel) => funnel.id === categoryId))
      throw notValid('CATEGORY_ID')
    values.stageId ??= this.stages.first(entityTypeId, categoryId, 'P')
    if (!this.stages.find(entityTypeId, categoryId, asText(values.stageId)))
      throw notValid(entityTypeId === LEAD ? 'STATUS_ID' : 'STAGE_ID')
  }

  /** What Bitrix24 computes by itself: semantics, first contact, flags, closing times. */
  #derive(item: CrmItem): void {
    const { values } = item
    values.hasPhone = item.fm.some((row) => row.typeId === 'PHONE') ? 'Y' : 'N'
    values.hasEmail = item.fm.some((row) => row.typeId === 'EMAIL') ? 'Y' : 'N'
    if (values.stageId === undefined) return
    const semantics = this.stages.semantics(item.entityTypeId, asInt(values.categoryId), asText(values.stageId))
    const wasOpen = (values.stageSemanticId ?? 'P') === 'P'
    values.stageSemanticId = semantics
    if (item.entityTypeId === LEAD)
      values.dateClosed = semantics === 'P' ? null : wasOpen ? this.time() : values.dateClosed
    else Object.assign(values, { closed: semantics === 'P' ? 'N' : 'Y' })
    if (item.entityTypeId === DEAL && wasOpen && semantics !== 'P') values.closedate = this.time()
    values.isReturnCustomer = asInt(values.companyId) + asInt(values.contactId) > 0 ? 'Y' : 'N'
  }

  #newMultiFields(given: Given): CrmItem['fm'] {
    if (given.legacyFm) return mergeLegacyMultiFields([], given.legacyFm, this.fmIds)
    return readItemMultiFields(given.itemFm, this.fmIds)
  }

  #changedMultiFields(item: CrmItem, given: Given): CrmItem['fm'] {
    if (given.legacyFm) return mergeLegacyMultiFields(item.fm, given.legacyFm, this.fmIds)
    return given.itemFm === undefined ? item.fm : mergeItemMultiFields(item.fm, given.itemFm, this.fmIds)
  }

  #announceFunnel(item: CrmItem, actor: Actor): void {
    this.#remember(item, FUNNEL_CHANGED)
    const fields = { ID: item.id, CATEGORY_ID: item.values.categoryId, STAGE_ID: item.values.stageId }
    this.#host.emit('ONCRMDEALMOVETOCATEGORY', fields, actor)
  }

  #remember(item: CrmItem, typeId: number): void {
    this.history.add({
      entityTypeId: item.entityTypeId,
      typeId,
      ownerId: item.id,
      createdTime: this.time(),
      categoryId: asInt(item.values.categoryId),
      stageId: asText(item.values.stageId),
      semantics: item.values.stageSemanticId as 'P' | 'S' | 'F'
    })
  }

  #emit(item: CrmItem, what: 'ADD' | 'UPDATE' | 'DELETE', actor: Actor): void {
    this.#host.emit(`ONCRM${entityType(item.entityTypeId).code}${what}`, { ID: item.id }, actor)
  }

  #takeId(entityTypeId: number): number {
    const id = this.#nextIds.get(entityTypeId) ?? 1
    this.#nextIds.set(entityTypeId, id + 1)
    return id
  }
}
