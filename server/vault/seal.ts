import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const POOL_BYTES = 8192
let pool = Buffer.alloc(0)

/** Random bytes, each given out once. Fetching few of them from the system costs as much as fetching many. */
export function freshBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(Math.max(POOL_BYTES, count))
  const bytes = Buffer.from(pool.subarray(0, count))
  pool.fill(0, 0, count)
  pool = pool.subarray(count)
  return bytes
}

/**
 * AES-256-GCM with a random 96-bit nonce. `context` (a row's key, say) is authenticated, so that
 * a sealed value can't be moved to another row. Form: `v1.<nonce>.<ciphertext and tag>` in base64url.
 */
export function seal(key: Buffer, plain: string | Buffer, context: string): string {
  const nonce = freshBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`
}

/** Throws when the key, the context or a single bit differs. */
export function unseal(key: Buffer, text: string, context: string): Buffer {
  const [version, nonce, sealed] = text.split('.')
  if (version !== VERSION || !nonce || !sealed) throw new Error('not a sealed value')
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
}

/** Opens what one of several keys sealed. Throws when none did. */
export function unsealAny(keys: Buffer[], text: string, context: string): Buffer {
  for (const [index, key] of keys.entries())
    try {
      return unseal(key, text, context)
    } catch (error) {
      if (index === keys.length - 1) throw error
    }
  throw new Error('no key to open it with')
}
