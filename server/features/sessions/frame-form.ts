import qs from 'qs'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Opening } from './open-session.ts'

/** No portal sends control characters, and no store takes all of them. */
const required = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u)
const optional = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((value) => value || null)
    .catch(null)

/** What a portal posts when it opens a page of the app (platform.md §1.2): query and form together. */
const frameForm = z.object({
  DOMAIN: required(255),
  member_id: required(64),
  AUTH_ID: required(512),
  AUTH_EXPIRES: z.coerce.number().positive().max(86_400).catch(3600),
  REFRESH_ID: optional(512),
  SERVER_ENDPOINT: optional(255),
  APPLICATION_TOKEN: optional(128),
  LANG: optional(20),
  PLACEMENT: optional(100),
  PLACEMENT_OPTIONS: z.string().max(20_000).catch('{}')
})

export interface FrameForm extends Opening {
  placement: { code: string; options: Record<string, unknown> }
}

export function readFrameForm(query: string, body: unknown): FrameForm {
  const parsed = frameForm.safeParse({
    ...qs.parse(query, { depth: 0, parameterLimit: 50 }),
    ...(body as object | undefined)
  })
  if (!parsed.success) throw new AppError('unauthenticated', { detail: 'the page was not opened by a portal' })
  const form = parsed.data
  return {
    memberId: form.member_id,
    domain: form.DOMAIN,
    accessToken: form.AUTH_ID,
    refreshToken: form.REFRESH_ID,
    expiresInS: form.AUTH_EXPIRES,
    serverEndpoint: form.SERVER_ENDPOINT,
    applicationToken: form.APPLICATION_TOKEN,
    lang: form.LANG,
    placement: { code: form.PLACEMENT ?? 'DEFAULT', options: optionsOf(form.PLACEMENT_OPTIONS) }
  }
}

function optionsOf(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
