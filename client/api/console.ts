import type { z } from 'zod'
import type { StaffPartner, StaffPartnerDetail } from '../../shared/contract/console-partners.ts'
import type * as records from '../../shared/contract/console-records.ts'
import type {
  ClientRecord,
  HeldRequest,
  RequestStory,
  StaffRequest,
  viewContact
} from '../../shared/contract/console-requests.ts'
import type { pendingWin, reviewedReservation, StaffDispute } from '../../shared/contract/console-reviews.ts'
import type { UntakenRequest } from '../../shared/contract/console-untaken.ts'
import type { audienceMember, Visibility } from '../../shared/contract/console-visibility.ts'
import type { StaffAuditEntry } from '../../shared/contract/console.ts'
import { request } from './request.ts'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}
export type Filters = Record<string, string | undefined>
export type AudienceMember = z.infer<typeof audienceMember>
export type PendingWin = z.infer<typeof pendingWin>
export type ReviewedReservation = z.infer<typeof reviewedReservation>
export type ClientData = z.infer<typeof viewContact.answer>
export type PolicyInForce = z.infer<typeof records.getPolicy.answer>
export type PolicyTrial = z.infer<typeof records.tryPolicy.answer>
export type Replayed = z.infer<typeof records.replayWebhook.answer>
export type RequestAction = 'release' | 'drop' | 'withdraw' | 'erase'

const PAGE = 20
const at = (...parts: string[]): string => ['/api/staff', ...parts.map(encodeURIComponent)].join('/')
const post = <T>(path: string, body: unknown): Promise<T> => request(path, { method: 'POST', body })

const lister =
  <Item, Answer extends Page<Item> = Page<Item>>(...parts: string[]) =>
  (filters: Filters = {}, signal?: AbortSignal): Promise<Answer> =>
    request(at(...parts), { query: { limit: PAGE, ...filters }, signal })

export const listHeld = lister<HeldRequest, Page<HeldRequest> & { total: number }>('held-requests')
export type UntakenPage = Page<UntakenRequest> & { total: number; hours: number }
export const listUntaken = lister<UntakenRequest, UntakenPage>('untaken-requests')
export const listStaffRequests = lister<StaffRequest>('requests')
/** Whatever it looks like, it stands in no address. */
export const findByExternalId = (externalId: string): Promise<{ items: StaffRequest[] }> =>
  post(at('requests', 'by-external-id'), { externalId })
export const listPartners = lister<StaffPartner>('partners')
export const listDisputes = lister<StaffDispute>('disputes')
export const listPendingWins = lister<PendingWin>('pending-wins')
export const listWebhooks = lister<records.WebhookRecord>('webhooks')
export const listWebhookParts = (id: string, filters: Filters, signal?: AbortSignal) =>
  lister<records.WebhookPart>('webhooks', id, 'parts')(filters, signal)
export const listAudit = lister<StaffAuditEntry>('audit')
export const listAudience = (id: string, filters: Filters, signal?: AbortSignal): Promise<Page<AudienceMember>> =>
  lister<AudienceMember>('requests', id, 'audience')(filters, signal)

export const getStory = (id: string): Promise<RequestStory> => request(at('requests', id))
export const getVisibility = (id: string, partner: string): Promise<Visibility> =>
  request(at('requests', id, 'visibility'), { query: { partner } })
export const viewClientData = (id: string, reason: string): Promise<ClientData> =>
  post(at('requests', id, 'contact'), { reason })
export const findClient = (q: string, reason: string): Promise<ClientRecord> =>
  post(at('clients', 'search'), { q, reason })
export const decideRequest = (id: string, action: RequestAction, reason: string): Promise<StaffRequest> =>
  post(at('requests', id, action), { reason })
export const mergeRequest = (id: string, into: string, reason: string): Promise<StaffRequest> =>
  post(at('requests', id, 'merge'), { reason, into })

export const getPartner = (code: string): Promise<StaffPartnerDetail> => request(at('partners', code))
export const suspendPartner = (code: string, until: string, reason: string): Promise<StaffPartnerDetail> =>
  post(at('partners', code, 'suspension'), { reason, until })
export const liftSuspension = (code: string, reason: string): Promise<StaffPartnerDetail> =>
  post(at('partners', code, 'suspension', 'lift'), { reason })

export const decideDispute = (id: string, decision: 'upheld' | 'rejected', reason: string): Promise<StaffDispute> =>
  post(at('disputes', id, 'decision'), { reason, decision })
export const decideWin = (id: string, decision: 'confirm' | 'refuse', reason: string): Promise<ReviewedReservation> =>
  post(at('reservations', id, 'win'), { reason, decision })
export const voidReservation = (id: string, reason: string): Promise<ReviewedReservation> =>
  post(at('reservations', id, 'void'), { reason })

export const replayWebhook = (id: string, reason: string): Promise<Replayed> =>
  post(at('webhooks', id, 'replay'), { reason })
export const getPolicy = (): Promise<PolicyInForce> => request(at('policy'))
export const tryPolicy = (policy: Record<string, unknown>): Promise<PolicyTrial> =>
  post(at('policy', 'what-if'), { policy })
export const getAnalytics = (from: string, to: string): Promise<records.Analytics> =>
  request(at('analytics'), { query: { from, to } })
