import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; the store keeps only the hash. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
