import { COMPANY, CONTACT, DEAL, LEAD } from './entity-types.ts'

export type FieldType =
  | 'integer'
  | 'string'
  | 'text'
  | 'double'
  | 'boolean'
  | 'user'
  | 'date'
  | 'datetime'
  | 'crm_status'
  | 'crm_category'
  | 'crm_currency'
  | 'crm_lead'
  | 'crm_contact'
  | 'crm_company'
  | 'crm_multifield'

export interface SystemField {
  /** name in `crm.item.*` */
  name: string
  /** name in `crm.lead.*` and `crm.deal.*`, and `upperName` */
  upper: string
  type: FieldType
  title: string
  isReadOnly: boolean
  isMultiple: boolean
  isImmutable: boolean
  statusType?: string
}

/** `camelName UPPER_NAME type title [flags]`; flags: r read only, m multiple, i immutable, s:X status directory */
const COMMON = `
id ID integer ID r
createdTime DATE_CREATE datetime Created_on r
updatedTime DATE_MODIFY datetime Modified_on r
createdBy CREATED_BY_ID user Created_by r
updatedBy MODIFY_BY_ID user Modified_by r
assignedById ASSIGNED_BY_ID user Responsible_person
opened OPENED boolean Available_to_everyone
comments COMMENTS text Comment
originatorId ORIGINATOR_ID string External_source
originId ORIGIN_ID string Item_ID_in_external_source
webformId WEBFORM_ID integer Created_by_CRM_form
lastActivityBy LAST_ACTIVITY_BY user Last_updated_by r
lastActivityTime LAST_ACTIVITY_TIME datetime Last_updated_on r
utmSource UTM_SOURCE string Ad_system
utmMedium UTM_MEDIUM string Medium
utmCampaign UTM_CAMPAIGN string Campaign_UTM
utmContent UTM_CONTENT string Campaign_contents
utmTerm UTM_TERM string Campaign_search_term`
const SOURCED = `
sourceId SOURCE_ID crm_status Source s:SOURCE
sourceDescription SOURCE_DESCRIPTION text Source_information`
const STAGED = `
previousStageId PREVIOUS_STAGE_ID crm_status Previous_stage r
movedBy MOVED_BY_ID user Moved_by r
movedTime MOVED_TIME datetime Moved_on r
opportunity OPPORTUNITY double Amount
isManualOpportunity IS_MANUAL_OPPORTUNITY boolean Amount_calculation_mode
currencyId CURRENCY_ID crm_currency Currency
companyId COMPANY_ID crm_company Company
contactId CONTACT_ID crm_contact Contact
contactIds CONTACT_IDS crm_contact Contacts m
observers OBSERVERS user Observers m
isReturnCustomer IS_RETURN_CUSTOMER boolean Repeat_customer r`
const PERSON = `
name NAME string First_name
secondName SECOND_NAME string Second_name
lastName LAST_NAME string Last_name
honorific HONORIFIC crm_status Salutation s:HONORIFIC
post POST string Position
birthdate BIRTHDATE date Date_of_birth`
const REACHABLE = `
hasPhone HAS_PHONE boolean Has_phone r
hasEmail HAS_EMAIL boolean Has_e-mail r
hasImol HAS_IMOL boolean Has_open_channel r
fm FM crm_multifield Multifields m`

const OWN: Record<number, string> = {
  [LEAD]: `
title TITLE string Lead_name
companyTitle COMPANY_TITLE string Company_name
address ADDRESS string Address
stageId STATUS_ID crm_status Stage s:STATUS
stageSemanticId STATUS_SEMANTIC_ID string Stage_group r
statusDescription STATUS_DESCRIPTION text Stage_information
dateClosed DATE_CLOSED datetime Completed_on r
${PERSON}${SOURCED}${STAGED}${REACHABLE}`,
  [DEAL]: `
title TITLE string Name
typeId TYPE_ID crm_status Deal_type s:DEAL_TYPE
categoryId CATEGORY_ID crm_category Pipeline
stageId STAGE_ID crm_status Deal_stage s:DEAL_STAGE
stageSemanticId STAGE_SEMANTIC_ID string Stage_group r
isNew IS_NEW boolean New_deal r
probability PROBABILITY integer Probability_%
taxValue TAX_VALUE double Tax_rate
begindate BEGINDATE date Start_date
closedate CLOSEDATE date Close_date
closed CLOSED boolean Closed r
leadId LEAD_ID crm_lead Lead
additionalInfo ADDITIONAL_INFO text Additional_information
${SOURCED}${STAGED}`,
  [CONTACT]: `
typeId TYPE_ID crm_status Contact_type s:CONTACT_TYPE
address ADDRESS string Address
companyId COMPANY_ID crm_company Company
companyIds COMPANY_IDS crm_company Companies m
leadId LEAD_ID crm_lead Lead
export EXPORT boolean Include_in_export
observers OBSERVERS user Observers m
originVersion ORIGIN_VERSION string Original_version
${PERSON}${SOURCED}${REACHABLE}`,
  [COMPANY]: `
title TITLE string Company_name
typeId COMPANY_TYPE crm_status Company_type s:COMPANY_TYPE
industry INDUSTRY crm_status Industry s:INDUSTRY
employees EMPLOYEES crm_status Employees s:EMPLOYEES
revenue REVENUE double Annual_revenue
currencyId CURRENCY_ID crm_currency Currency
address ADDRESS string Address
isMyCompany IS_MY_COMPANY boolean My_company
contactIds CONTACT_IDS crm_contact Contacts m
leadId LEAD_ID crm_lead Lead
observers OBSERVERS user Observers m
originVersion ORIGIN_VERSION string Original_version
${REACHABLE}`
}

const CATALOGUE = new Map<number, SystemField[]>(
  Object.entries(OWN).map(([id, own]) => [Number(id), readFields(`${COMMON}\n${own}`)])
)

export function systemFields(entityTypeId: number): SystemField[] {
  return CATALOGUE.get(entityTypeId) ?? []
}

export function findSystemField(entityTypeId: number, name: string): SystemField | undefined {
  return systemFields(entityTypeId).find((field) => field.name === name)
}

function readFields(table: string): SystemField[] {
  const lines = table.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [name = '', upper = '', type = '', title = '', ...flags] = line.split(' ')
    const statusType = flags.find((flag) => flag.startsWith('s:'))?.slice(2)
    return {
      name,
      upper,
      type: type as FieldType,
      title: title.replaceAll('_', ' '),
      isReadOnly: flags.includes('r'),
      isMultiple: flags.includes('m'),
      isImmutable: flags.includes('i'),
      ...(statusType === undefined ? {} : { statusType })
    }
  })
}
