import * as partners from './console-partners.ts'
import * as records from './console-records.ts'
import * as requests from './console-requests.ts'
import * as reviews from './console-reviews.ts'
import * as untaken from './console-untaken.ts'
import * as visibility from './console-visibility.ts'
import type { Endpoint } from './endpoint.ts'

/** Every call of the staff console. */
export const CONSOLE_ENDPOINTS: Endpoint[] = [
  requests.listHeldRequests,
  requests.listStaffRequests,
  requests.findByExternalId,
  requests.getRequestStory,
  requests.findClient,
  requests.viewContact,
  requests.releaseRequest,
  requests.dropRequest,
  requests.mergeRequest,
  requests.withdrawRequest,
  requests.eraseRequest,
  untaken.listUntaken,
  visibility.getVisibility,
  visibility.listAudience,
  reviews.listDisputes,
  reviews.decideDispute,
  reviews.listPendingWins,
  reviews.decideWin,
  reviews.voidReservation,
  partners.listPartners,
  partners.getPartner,
  partners.suspendPartner,
  partners.liftSuspension,
  records.listWebhooks,
  records.listWebhookParts,
  records.replayWebhook,
  records.listAudit,
  records.getPolicy,
  records.tryPolicy,
  records.getAnalytics
]
