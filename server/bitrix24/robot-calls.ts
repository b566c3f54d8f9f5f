import { z } from 'zod'
import { CRM_DEAL, CRM_LEAD } from '../../shared/codes.ts'

const scalar = z.union([z.string(), z.number()]).transform(String)
const CARD = /^(LEAD|DEAL)_(\d{1,15})$/

/** What a portal's queue posts when a robot runs (platform.md §8.2): a form with brackets; every scalar may be text. */
const envelope = z.object({
  code: scalar.pipe(z.string().min(1).max(100)),
  document_id: z.preprocess(
    (value) => (value !== null && typeof value === 'object' ? Object.values(value) : value),
    z.array(scalar.pipe(z.string().max(200))).length(3)
  ),
  event_token: scalar.pipe(z.string().min(1).max(500)),
  auth: z.object({
    member_id: scalar.pipe(z.string().min(1).max(64)),
    application_token: scalar.optional()
  })
})

export interface RobotCall {
  code: string
  memberId: string
  applicationToken: string | null
  eventToken: string
  /** The lead or deal on which the robot runs; null for anything else. */
  card: { entityTypeId: number; entityId: number } | null
}

export function readRobotCall(body: unknown): RobotCall | undefined {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return undefined
  const { code, document_id: documentId, event_token: eventToken, auth } = parsed.data
  const [, type, id] = CARD.exec(documentId[2]!) ?? []
  const card = type === undefined ? null : { entityTypeId: type === 'LEAD' ? CRM_LEAD : CRM_DEAL, entityId: Number(id) }
  return { code, memberId: auth.member_id, applicationToken: auth.application_token ?? null, eventToken, card }
}
