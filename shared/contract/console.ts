import { z } from 'zod'
import { looksLikeContact } from '../contact-search.ts'
import { PARTNER_STATUSES } from '../codes.ts'
import { pageLimit, text } from './values.ts'

/** Why a member of staff does something: it goes into the audit log, so that it is never empty. */
export const reasonBody = z.object({ reason: text(500) })

/** Every list of the console: `nextCursor` of a page is the `cursor` of the next one. */
export const listQuery = z.object({ limit: pageLimit, cursor: z.string().max(400).optional() })

/** What is searched for stands in an address: contact data has its own search, whose question is in the body. */
export const searchQuery = z
  .string()
  .trim()
  .max(200)
  .refine((text) => !looksLikeContact(text), 'contact data is searched for with POST /api/staff/clients/search')

export const onePartner = z.object({ code: z.string(), name: z.string(), status: z.enum(PARTNER_STATUSES) })

export const auditEntry = z.object({
  seq: z.number(),
  at: z.string(),
  kind: z.string(),
  memberId: z.string().nullable(),
  domain: z.string().nullable(),
  userId: z.number().nullable(),
  /** As last seen in that portal; null when nobody knows any more. */
  userName: z.string().nullable(),
  partnerCode: z.string().nullable(),
  subjectId: z.string().nullable(),
  /** The request's number, when the subject is one. */
  number: z.string().nullable(),
  /** The original's number, when a duplicate was merged. */
  into: z.string().nullable(),
  /** Words of people; a code of ours where the app itself notes something. */
  reason: z.string().nullable()
})
export type StaffAuditEntry = z.infer<typeof auditEntry>
