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

/** Why a portal did not do what it was asked, as people can be told. */
export const PORTAL_FAILURES = [
  'unreachable',
  'no_answer',
  'bad_answer',
  'throttled',
  'overload',
  'token',
  'no_rights',
  'no_plan',
  'gone',
  'no_method',
  'not_found',
  'field',
  'portal_error',
  'refused',
  'internal'
] as const
export type PortalFailureCode = (typeof PORTAL_FAILURES)[number]

/** What is wrong with a field that somebody sent, as people can be told. */
export const FIELD_ISSUES = [
  'missing',
  'empty',
  'wrong_type',
  'wrong_format',
  'too_long',
  'too_many',
  'too_large',
  'too_small',
  'not_whole',
  'unknown_value',
  'not_a_time',
  'not_an_email',
  'unknown_country',
  'unknown_subdivision',
  'unknown_location',
  'other_country',
  'unknown_language',
  'unknown_currency',
  'unknown_time_zone',
  'unknown_partner',
  'no_way_to_contact'
] as const
export type FieldIssue = (typeof FIELD_ISSUES)[number]

/** What kind of value a field takes. */
export const FIELD_TYPES = ['string', 'number', 'boolean', 'array', 'object'] as const

export const DISPUTE_REASONS = ['contact_unreachable', 'duplicate', 'spam', 'wrong_location', 'wrong_service'] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

/** What the history of a reservation tells. */
export const HISTORY_KINDS = [
  'reserved',
  'delivered',
  'delivery_refused',
  'delivery_parked',
  'sent_again',
  'task_refused',
  'note_refused',
  'stage_moved',
  'converted',
  'outcome_changed',
  'win_review',
  'win_confirmed',
  'win_refused',
  'item_deleted',
  'item_restored',
  'disputed',
  'dispute_upheld',
  'dispute_rejected',
  'withdrawn',
  'erased',
  'erasure_confirmed'
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

/** What made it happen. */
export const HISTORY_CAUSES = ['agent', 'worker', 'event', 'sweep', 'staff', 'purchase', 'time'] as const
export type HistoryCause = (typeof HISTORY_CAUSES)[number]

/** What the audit log knows, in the order in which one looks for it. */
export const AUDIT_KINDS = [
  'request.released',
  'request.dropped',
  'request.merged',
  'request.withdrawn_by_staff',
  'request.withdrawn',
  'request.erased_by_staff',
  'request.erased',
  'contact.revealed',
  'contact.viewed_by_staff',
  'client.looked_up',
  'erasure.confirmed',
  'request.retention_ended',
  'reservation.disputed',
  'reservation.voided',
  'dispute.upheld',
  'dispute.rejected',
  'win.confirmed',
  'win.refused',
  'partner.upserted',
  'partner.suspended',
  'partner.suspension_lifted',
  'partner.terminated',
  'partner.reinstated',
  'portal.installed',
  'portal.linked',
  'portal.confirmed',
  'portal.updated',
  'portal.uninstalled',
  'settings.changed',
  'policy.changed',
  'mail.opted_out',
  'mail.opted_in',
  'webhook.replayed'
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** Where messages come in; the last one stands for Bitrix24’s own two ways, whatever their source. */
export const WEBHOOK_ROUTES = [
  '/webhooks/requests',
  '/webhooks/requests/batch',
  '/webhooks/partners',
  '/webhooks/purchases',
  '/webhooks/bitrix24'
] as const

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
