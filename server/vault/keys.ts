import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto'

type Purpose = 'token' | 'contact' | 'fingerprint' | 'application-token' | 'activation-code' | 'proof' | 'link'

/**
 * All keys of the app, derived from `APP_SECRET` by HKDF-SHA-256 (RFC 5869), one a purpose. Secrets of before
 * (`APP_SECRET_PREVIOUS`) only open and recognise what they once sealed.
 */
export class Keys {
  readonly #generations: Generation[]

  constructor(secret: Buffer, previous: Buffer[] = []) {
    this.#generations = [secret, ...previous].map((one) => new Generation(one))
  }

  /** Names the present secret without telling anything of it. */
  get id(): string {
    return this.#current.id
  }

  /** 32 bytes, for sealing. */
  of(purpose: Purpose): Buffer {
    return this.#current.key(purpose)
  }

  /** For opening: the present key first. */
  all(purpose: Purpose): Buffer[] {
    return this.#generations.map((generation) => generation.key(purpose))
  }

  /** Keyed hash for looking a value up without storing it. It begins with the secret's id. */
  hash(purpose: Purpose, value: string): string {
    return this.#current.hash(purpose, value)
  }

  /** By every secret that may have made it. */
  hashes(purpose: Purpose, value: string): string[] {
    return this.#generations.map((generation) => generation.hash(purpose, value))
  }

  /** Whether a stored hash is of this value, in constant time. */
  matches(purpose: Purpose, value: string, stored: string): boolean {
    const bytes = Buffer.from(stored)
    return this.hashes(purpose, value)
      .map((hash) => Buffer.from(hash))
      .some((hash) => hash.length === bytes.length && timingSafeEqual(hash, bytes))
  }

  isCurrent(hash: string): boolean {
    return hash.startsWith(`${this.id}.`)
  }

  get #current(): Generation {
    return this.#generations[0]!
  }
}

/** One secret and what is derived from it. */
class Generation {
  readonly #secret: Buffer
  readonly #derived = new Map<Purpose, Buffer>()
  readonly #hashing = new Map<Purpose, KeyObject>()
  readonly id: string

  constructor(secret: Buffer) {
    this.#secret = secret
    this.id = this.#derive('id', 6).toString('base64url')
  }

  key(purpose: Purpose): Buffer {
    const known = this.#derived.get(purpose)
    if (known) return known
    const key = this.#derive(purpose, 32)
    this.#derived.set(purpose, key)
    return key
  }

  hash(purpose: Purpose, value: string): string {
    const key = this.#hashing.get(purpose) ?? createSecretKey(this.key(purpose))
    this.#hashing.set(purpose, key)
    return `${this.id}.${createHmac('sha256', key).update(value).digest('base64url')}`
  }

  #derive(purpose: Purpose | 'id', bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#secret, '', `implementation-request-app:${purpose}`, bytes))
  }
}
