import { asText, type Params } from '../php.ts'
import type { CrmItem, CrmItemView } from './crm-item.ts'
import { systemFields } from './field-catalogue.ts'
import { firstOf } from './multifields.ts'
import type { UserFields } from './user-fields.ts'

/** Fields that exist but never carry a value (docs: `crm/universal/object-fields.md`). */
const ALWAYS_NULL: Record<number, string[]> = {
  1: ['dateCreateShort', 'dateModifyShort', 'isConvert', 'productId', 'shortName', 'login', 'icq', 'skype'],
  2: ['isWork', 'isWon', 'isLose', 'receivedAmount', 'lostAmount', 'hasProducts'],
  3: ['photo'],
  4: ['logo']
}

/** The item under the names of `crm.item.*`; `fm` is left out when the caller named its fields. */
export function showItem(item: CrmItem, userFields: UserFields, originalUfNames: boolean, select?: string[]): Params {
  const all = everything(item, userFields, originalUfNames)
  if (!select || select.length === 0 || select.includes('*')) return all
  const wanted = select.filter((name) => name in all && name !== 'fm' && !isFlatMultiField(name))
  return Object.fromEntries([['id', item.id], ...wanted.map((name) => [name, all[name]])]) as Params
}

export function viewItem(item: CrmItem, userFields: UserFields): CrmItemView {
  return { ...everything(item, userFields, true), entityTypeId: item.entityTypeId } as CrmItemView
}

function everything(item: CrmItem, userFields: UserFields, originalUfNames: boolean): Params {
  const shown: Params = {}
  for (const field of systemFields(item.entityTypeId)) {
    if (field.name === 'fm') continue
    shown[field.name] = item.values[field.name] ?? (field.isMultiple ? [] : emptyOf(field.type))
  }
  for (const name of ALWAYS_NULL[item.entityTypeId] ?? []) shown[name] = null
  for (const field of userFields.of(item.entityTypeId)) {
    const value = item.values[field.fieldName] ?? (field.multiple ? [] : field.userTypeId === 'boolean' ? 'N' : null)
    shown[originalUfNames ? field.fieldName : field.camelName] = value
  }
  if (item.entityTypeId !== 2) Object.assign(shown, flatMultiFields(item), { fm: item.fm })
  return { ...shown, entityTypeId: item.entityTypeId }
}

function emptyOf(type: string): unknown {
  if (type === 'boolean') return 'N'
  return ['integer', 'user', 'double', 'crm_company', 'crm_contact'].includes(type) ? 0 : null
}

const FLAT: Array<[string, string, string?]> = [
  ['phone', 'PHONE'],
  ['phoneWork', 'PHONE', 'WORK'],
  ['phoneMobile', 'PHONE', 'MOBILE'],
  ['phoneMailing', 'PHONE', 'MAILING'],
  ['email', 'EMAIL'],
  ['emailWork', 'EMAIL', 'WORK'],
  ['emailHome', 'EMAIL', 'HOME'],
  ['emailMailing', 'EMAIL', 'MAILING'],
  ['imol', 'IM', 'OPENLINE']
]

function isFlatMultiField(name: string): boolean {
  return FLAT.some(([flat]) => flat === name)
}

function flatMultiFields(item: CrmItem): Params {
  return Object.fromEntries(FLAT.map(([name, type, valueType]) => [name, firstOf(item.fm, type, valueType)]))
}

export function titleOf(item: CrmItem): string {
  const title = asText(item.values.title)
  if (title !== '') return title
  return [item.values.name, item.values.lastName].map(asText).join(' ').trim() || `#${item.id}`
}
