import { createHmac, hkdfSync } from 'node:crypto'

type Purpose = 'token' | 'contact' | 'fingerprint' | 'application-token' | 'activation-code' | 'proof' | 'link'

/** All keys of the app, derived from `APP_SECRET` by HKDF-SHA-256 (RFC 5869), one a purpose. */
export class Keys {
  readonly #secret: Buffer
  readonly #derived = new Map<Purpose, Buffer>()

  constructor(secret: Buffer) {
    this.#secret = secret
  }

  /** 32 bytes. */
  of(purpose: Purpose): Buffer {
    const known = this.#derived.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', this.#secret, '', `implementation-request-app:${purpose}`, 32))
    this.#derived.set(purpose, key)
    return key
  }

  /** Keyed hash for looking a value up without storing it. */
  hash(purpose: Purpose, value: string): string {
    return createHmac('sha256', this.of(purpose)).update(value).digest('base64url')
  }
}
