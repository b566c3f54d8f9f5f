import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { MINUTE } from '../clock.ts'

export type SignatureCheck = { valid: true; id: string } | { valid: false; reason: string }

const TOLERANCE_MS = 5 * MINUTE
const MOST_SIGNATURES = 8
const ID = /^[\w.-]{1,128}$/
const TIMESTAMP = /^\d{10}$/
const SIGNATURE = /^v1,([A-Za-z0-9+/]{43}=)$/

/**
 * Standard Webhooks 1.0.0 over the raw bytes. Stricter than its reference library, which reads `1763812345abc`
 * as a time and decodes the body before it signs it.
 */
export function checkStaffSignature(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secrets: readonly Buffer[],
  now: Date
): SignatureCheck {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  const signatures = headers['webhook-signature']
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return { valid: false, reason: 'webhook-id, webhook-timestamp and webhook-signature are required' }
  if (!ID.test(id)) return { valid: false, reason: 'webhook-id is not well-formed' }
  if (!TIMESTAMP.test(timestamp)) return { valid: false, reason: 'webhook-timestamp is not in Unix seconds' }
  if (Math.abs(Number(timestamp) * 1000 - now.getTime()) > TOLERANCE_MS)
    return { valid: false, reason: 'webhook-timestamp is more than five minutes away' }
  const given = readSignatures(signatures)
  const isSigned = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest()
    return given.some((signature) => timingSafeEqual(signature, expected))
  })
  return isSigned ? { valid: true, id } : { valid: false, reason: 'the signature does not match' }
}

/** Signatures of other versions may stand beside ours and are passed over. */
function readSignatures(header: string): Buffer[] {
  const parts = header.split(' ')
  if (parts.length > MOST_SIGNATURES) return []
  return parts.flatMap((part) => {
    const encoded = SIGNATURE.exec(part)?.[1]
    return encoded ? [Buffer.from(encoded, 'base64')] : []
  })
}
