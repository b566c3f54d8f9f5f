import { asText, type Params } from '../php.ts'
import type { Actor, CrmItem } from './crm-item.ts'
import type { CrmStore } from './crm-store.ts'
import { COMPANY, CONTACT, DEAL, LEAD } from './entity-types.ts'

export interface ConversionOptions {
  actor: Actor
  deals?: number
  contact?: boolean
  categoryId?: number
}

export interface Converted {
  contactId: number | null
  companyId: number | null
  dealIds: number[]
}

const DEAL_FIELDS = [
  'assignedById',
  'opportunity',
  'currencyId',
  'isManualOpportunity',
  'comments',
  'sourceId',
  'sourceDescription'
]
const PERSON_FIELDS = ['name', 'secondName', 'lastName', 'post', 'assignedById', 'sourceId']

/** What the button in the interface does: new objects point back with `leadId`, the lead becomes CONVERTED. */
export function convertLead(crm: CrmStore, lead: CrmItem, options: ConversionOptions): Converted {
  const { actor, deals = 1 } = options
  const link = { leadId: lead.id }
  const companyTitle = asText(lead.values.companyTitle)
  const fm = lead.fm.map(({ typeId, valueType, value }) => ({ typeId, valueType, value }))
  const company =
    companyTitle === ''
      ? null
      : crm.add(COMPANY, { values: { ...link, title: companyTitle, assignedById: lead.values.assignedById } }, actor)
  const contact =
    options.contact === false
      ? null
      : crm.add(
          CONTACT,
          {
            values: { ...pick(lead, PERSON_FIELDS), ...link, ...(company ? { companyIds: [company.id] } : {}) },
            itemFm: fm
          },
          actor
        )
  const dealIds = Array.from({ length: deals }, (_, index) => {
    const title = deals === 1 ? asText(lead.values.title) : `${asText(lead.values.title)} (${index + 1})`
    const values = {
      ...pick(lead, DEAL_FIELDS),
      ...link,
      title,
      categoryId: options.categoryId ?? 0,
      ...(contact ? { contactIds: [contact.id] } : {}),
      ...(company ? { companyId: company.id } : {})
    }
    return crm.add(DEAL, { values }, actor).id
  })
  const clients = { ...(contact ? { contactIds: [contact.id] } : {}), ...(company ? { companyId: company.id } : {}) }
  crm.update(lead, { values: { ...clients, stageId: crm.stages.first(LEAD, 0, 'S') } }, actor)
  return { contactId: contact?.id ?? null, companyId: company?.id ?? null, dealIds }
}

function pick(item: CrmItem, names: string[]): Params {
  return Object.fromEntries(
    names.filter((name) => item.values[name] !== undefined).map((name) => [name, item.values[name]])
  )
}
