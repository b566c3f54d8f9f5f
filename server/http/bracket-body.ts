import express from 'express'
import qs from 'qs'
import { AppError } from '../errors.ts'

/** PHP brackets need a nested parser; its limits keep hostile bodies small. */
const BRACKETS = { depth: 5, parameterLimit: 500, arrayLimit: 100 }

/** What a portal's queue posts, still as text. */
export const queuedBody = express.text({ type: () => true, limit: '256kb' })

/** A form with brackets, or JSON. Throws `malformed_json`. */
export function readQueuedBody(contentType: string | undefined, body: unknown): unknown {
  if (typeof body !== 'string') return undefined
  if (!contentType?.includes('json')) return qs.parse(body, BRACKETS)
  try {
    return JSON.parse(body)
  } catch {
    throw new AppError('malformed_json')
  }
}
