import { randomBytes } from 'node:crypto'

/** 32 hex digits: application tokens, member ids, frame session ids. */
export function randomHex(bytes = 16): string {
  return randomBytes(bytes).toString('hex')
}

/** Access and refresh tokens are longer and carry no readable structure. */
export function randomToken(): string {
  return randomBytes(35).toString('hex')
}

export function randomCode(): string {
  return randomBytes(12).toString('base64url').toLowerCase().replaceAll(/[-_]/g, 'x')
}
