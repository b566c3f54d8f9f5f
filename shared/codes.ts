/** The code lists of product.md §2 and §5–8, shared by the database, the wire and the screens. */

export const SERVICES = [
  'purchase',
  'cloud_subscription',
  'on_premise_license',
  'renewal_upgrade',
  'value_added_services',
  'installation_hosting',
  'customization',
  'localization',
  'training',
  'workflow_automation',
  'telephony',
  'integration',
  'app_development'
] as const
export type Service = (typeof SERVICES)[number]

export const PARTNER_STATUSES = ['bronze', 'silver', 'gold'] as const
export type PartnerStatus = (typeof PARTNER_STATUSES)[number]

export const VALUE_CLASSES = ['standard', 'plus', 'premium'] as const
export type ValueClass = (typeof VALUE_CLASSES)[number]

export const REQUEST_STATES = ['held', 'open', 'full', 'expired', 'withdrawn', 'erased', 'dropped'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const HELD_REASONS = [
  'consent_missing',
  'phone_impossible',
  'email_impossible',
  'suspected_duplicate',
  'disposable_email',
  'spam',
  'incomplete',
  'scrubbing_doubt'
] as const
export type HeldReason = (typeof HELD_REASONS)[number]

export const OUTCOMES = ['open', 'won', 'lost', 'void'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const DELIVERY_STATES = ['pending', 'delivered', 'retrying', 'refused', 'parked'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export const DISPUTE_REASONS = ['contact_unreachable', 'duplicate', 'spam', 'wrong_location', 'wrong_service'] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

export const MESSENGER_TYPES = ['telegram', 'whatsapp', 'viber', 'skype', 'wechat', 'line', 'other'] as const

export const FEED_SORTS = ['newest', 'expiring', 'slots', 'budget'] as const
export type FeedSort = (typeof FEED_SORTS)[number]

/** Stage semantics of a CRM item: in progress, success, failure. */
export const SEMANTICS = ['P', 'S', 'F'] as const
export type Semantic = (typeof SEMANTICS)[number]

/** `entityTypeId` of Bitrix24's CRM. */
export const CRM_LEAD = 1
export const CRM_DEAL = 2
export const CRM_CONTACT = 3
export const CRM_COMPANY = 4
