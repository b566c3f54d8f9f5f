import type * as message from './message.ts'
import type * as news from './news.ts'
import type * as partner from './partner.ts'
import type * as portal from './portal.ts'
import type * as request from './request.ts'
import type * as reservation from './reservation.ts'

/** All tables. A row is the type: snake_case tables, camelCase columns, ids and times as text, booleans as 0 and 1. */
export interface Tables {
  portal: portal.PortalTable
  portal_token: portal.PortalTokenTable
  portal_budget: portal.PortalBudgetTable
  portal_call: portal.PortalCallTable
  session: portal.SessionTable
  portal_user: portal.PortalUserTable
  settings: portal.SettingsTable
  saved_filter: portal.SavedFilterTable
  user_mark: portal.UserMarkTable
  partner: partner.PartnerTable
  partner_portal: partner.PartnerPortalTable
  partner_location: partner.PartnerLocationTable
  rating: partner.RatingTable
  rating_point: partner.RatingPointTable
  request: request.RequestTable
  request_contact: request.RequestContactTable
  request_fingerprint: request.RequestFingerprintTable
  reservation: reservation.ReservationTable
  reservation_event: reservation.ReservationEventTable
  delivery: reservation.DeliveryTable
  crm_item: reservation.CrmItemTable
  rules_acceptance: reservation.RulesAcceptanceTable
  dispute: reservation.DisputeTable
  purchase: reservation.PurchaseTable
  win_proof: reservation.WinProofTable
  erasure_confirmation: news.ErasureConfirmationTable
  mail_digest: news.MailDigestTable
  mail_opt_out: news.MailOptOutTable
  webhook_message: message.WebhookMessageTable
  webhook_part: message.WebhookPartTable
  intake_failure: message.IntakeFailureTable
  deferred_push: message.DeferredPushTable
  portal_event: message.PortalEventTable
  job: message.JobTable
  change: message.ChangeTable
  audit_entry: message.AuditEntryTable
  audit_head: message.AuditHeadTable
}
