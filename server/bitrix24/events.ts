import { z } from 'zod'
import { objectOf } from './rest.ts'

const scalar = z.union([z.string(), z.number()]).transform(String)

/** An event as a portal's queue posts it: form with brackets, or JSON; every scalar may be text. */
const envelope = z.object({
  event: z.string().min(1).max(100),
  data: z.unknown().optional(),
  ts: z.coerce.number().int().min(0).max(1e11).optional().catch(undefined),
  auth: z.object({
    member_id: scalar.pipe(z.string().min(1).max(64)),
    application_token: scalar.optional(),
    access_token: scalar.optional(),
    refresh_token: scalar.optional(),
    server_endpoint: scalar.optional(),
    user_id: z.coerce.number().int().optional().catch(undefined),
    expires_in: z.coerce.number().positive().optional().catch(undefined)
  })
})

export interface PortalEvent {
  name: string
  memberId: string
  data: Record<string, unknown>
  /** Unix seconds at which the queue sent it. */
  ts: number | null
  applicationToken: string | null
  accessToken: string | null
  refreshToken: string | null
  serverEndpoint: string | null
}

export function readEvent(body: unknown): PortalEvent | undefined {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return undefined
  const { event, data, ts, auth } = parsed.data
  return {
    name: event.toUpperCase(),
    memberId: auth.member_id,
    data: objectOf(data),
    ts: ts ?? null,
    applicationToken: auth.application_token ?? null,
    accessToken: auth.access_token ?? null,
    refreshToken: auth.refresh_token ?? null,
    serverEndpoint: auth.server_endpoint ?? null
  }
}
