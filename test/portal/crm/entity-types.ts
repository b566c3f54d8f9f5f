export const LEAD = 1
export const DEAL = 2
export const CONTACT = 3
export const COMPANY = 4

export interface EntityType {
  id: number
  /** `lead` in legacy method names and in timelines */
  name: string
  /** `LEAD` in event names and duplicates */
  code: string
  title: string
  userFieldEntity: string
  /** the stem of its stage directory; null: no stages */
  stageEntity: string | null
}

const TYPES: EntityType[] = [
  { id: LEAD, name: 'lead', code: 'LEAD', title: 'Lead', userFieldEntity: 'CRM_LEAD', stageEntity: 'STATUS' },
  { id: DEAL, name: 'deal', code: 'DEAL', title: 'Deal', userFieldEntity: 'CRM_DEAL', stageEntity: 'DEAL_STAGE' },
  {
    id: CONTACT,
    name: 'contact',
    code: 'CONTACT',
    title: 'Contact',
    userFieldEntity: 'CRM_CONTACT',
    stageEntity: null
  },
  { id: COMPANY, name: 'company', code: 'COMPANY', title: 'Company', userFieldEntity: 'CRM_COMPANY', stageEntity: null }
]

export const ENTITY_TYPES: readonly EntityType[] = TYPES

export function findEntityType(key: number | string): EntityType | undefined {
  return TYPES.find((type) => type.id === key || type.name === String(key).toLowerCase())
}

export function entityType(key: number | string): EntityType {
  const type = findEntityType(key)
  if (!type) throw new Error(`no CRM entity type ${key}`)
  return type
}
