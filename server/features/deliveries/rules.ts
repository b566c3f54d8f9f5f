import { APP, fieldName } from '../../../manifest/app.ts'
import type { Settings } from '../../../shared/contract/settings.ts'
import type { ClientRecord } from '../../vault/contact-vault.ts'
import type { RequestFacts } from '../../requests/present.ts'
import type { RequestWords } from './request-words.ts'
import type { StepName } from './steps.ts'
import type { DeliveryTexts } from './texts.ts'

export type Target = 'lead' | 'deal'

/** What the portal's own lists allow. */
export interface PortalChoices {
  crmMode: 'classic' | 'simple'
  sources: string[]
  currencies: string[]
}

export interface Draft {
  reservationId: string
  request: RequestFacts
  record: ClientRecord
  assigneeId: number
  observers: number[]
  choices: PortalChoices
  texts: DeliveryTexts
  words: RequestWords
}

export type Fields = Record<string, unknown>

export function targetOf(target: Settings['crm']['target'], crmMode: PortalChoices['crmMode']): Target {
  if (target !== 'auto') return target
  return crmMode === 'simple' ? 'deal' : 'lead'
}

/** Who gets the item. `turn` counts the portal's deliveries for the round robin. */
export function assigneeOf(assignee: Settings['crm']['assignee'], reserverId: number, turn: number): number {
  if (assignee.mode === 'reserver' || assignee.userIds.length === 0) return reserverId
  const index = assignee.mode === 'roundRobin' ? turn % assignee.userIds.length : 0
  return assignee.userIds[index] ?? reserverId
}

/** Steps of a delivery in order; a later one needs the ids of those before. */
export function planOf(target: Target, hasCompany: boolean): StepName[] {
  if (target === 'lead') return ['lead', 'task']
  return hasCompany ? ['company', 'contact', 'deal', 'task'] : ['contact', 'deal', 'task']
}

export function leadFields(draft: Draft): Fields {
  const { contact } = draft.record
  return {
    ...itemFields(draft),
    ...personFields(contact.name),
    ...(contact.company === undefined ? {} : { companyTitle: contact.company }),
    fm: communications(draft)
  }
}

export function contactFields(draft: Draft, companyId: number | undefined): Fields {
  return {
    ...originFields(draft),
    ...personFields(draft.record.contact.name),
    fm: communications(draft),
    ...sourceFields(draft),
    assignedById: draft.assigneeId,
    ...(companyId === undefined ? {} : { companyId })
  }
}

export function companyFields(draft: Draft): Fields {
  return { ...originFields(draft), title: draft.record.contact.company, assignedById: draft.assigneeId }
}

export function dealFields(
  draft: Draft,
  links: { contactId: number | undefined; companyId: number | undefined },
  crm: Pick<Settings['crm'], 'categoryId' | 'stageId'>
): Fields {
  return {
    ...itemFields(draft),
    ...(links.contactId === undefined ? {} : { contactIds: [links.contactId] }),
    ...(links.companyId === undefined ? {} : { companyId: links.companyId }),
    ...(crm.categoryId == null ? {} : { categoryId: crm.categoryId }),
    ...(crm.stageId == null ? {} : { stageId: crm.stageId })
  }
}

function itemFields(draft: Draft): Fields {
  const { request, record, choices } = draft
  const { budget } = request
  const summary = record.original.summary
  return {
    ...originFields(draft),
    title: `${request.number} · ${summary}`.slice(0, 250),
    comments: commentsOf(draft),
    ...sourceFields(draft),
    assignedById: draft.assigneeId,
    ...(draft.observers.length > 0 ? { observers: draft.observers } : {}),
    ...(budget && choices.currencies.includes(budget.currency)
      ? { opportunity: budget.amount, currencyId: budget.currency, isManualOpportunity: 'Y' }
      : {}),
    [fieldName('IR_NUMBER')]: request.number
  }
}

const originFields = ({ reservationId }: Draft): Fields => ({ originatorId: APP.originator, originId: reservationId })

/** The portal edits its list of sources; without a fitting one it takes its first. */
function sourceFields({ choices, texts }: Draft): Fields {
  const sourceId = ['WEB', 'OTHER'].find((source) => choices.sources.includes(source))
  return { ...(sourceId ? { sourceId } : {}), sourceDescription: texts.source }
}

function personFields(fullName: string): Fields {
  const words = fullName.trim().split(/\s+/)
  return words.length < 2 ? { name: fullName } : { name: words.slice(0, -1).join(' '), lastName: words.at(-1) }
}

const IM_TYPES: Record<string, string> = { telegram: 'TELEGRAM', viber: 'VIBER', skype: 'SKYPE', whatsapp: 'WHATSAPP' }

function communications({ record: { contact } }: Draft): Fields[] {
  const list: Fields[] = []
  if (contact.phone !== undefined) list.push({ typeId: 'PHONE', valueType: 'WORK', value: contact.phone })
  if (contact.email !== undefined) list.push({ typeId: 'EMAIL', valueType: 'WORK', value: contact.email })
  if (contact.website !== undefined) list.push({ typeId: 'WEB', valueType: 'WORK', value: contact.website })
  for (const { type, value } of contact.messengers ?? []) {
    const valueType = IM_TYPES[type]
    if (valueType) list.push({ typeId: 'IM', valueType, value })
  }
  return list
}

/** The whole request as lines. The CRM reads markup here, so that none of the client's may be one. */
export function commentsOf({ request, record, words, texts: { labels } }: Draft): string {
  const { contact, original } = record
  const lines: [string, string | number | undefined][] = [
    [labels.number, request.number],
    [labels.summary, original.summary],
    [labels.description, original.description ?? undefined],
    [labels.services, words.services],
    [labels.location, words.place],
    [labels.languages, words.languages],
    [labels.role, request.client.role],
    [labels.companySize, request.client.companySize],
    [labels.industry, request.client.industry],
    [labels.users, request.users],
    [labels.budget, words.budget],
    [labels.timeframe, request.timeframe],
    [labels.edition, request.edition],
    [labels.messengers, contact.messengers?.map(({ type, value }) => `${type}: ${value}`).join(', ')],
    [labels.website, contact.website],
    [labels.address, contact.address]
  ]
  return lines
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([label, value]) => `${label}: ${String(value).replaceAll('<', '&lt;')}`)
    .join('\n')
}
