/**
 * A proof of win as it is compared: a licence key, an order number or a portal's address, without case,
 * separators, scheme and path. `B24-1234-ab` is `b24 1234 AB`; `https://Acme.bitrix24.de/x` is `acme.bitrix24.de`.
 */
export function normaliseProof(proof: string): string {
  const text = proof.normalize('NFKC').trim().toLowerCase()
  const host = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?$/u.exec(text)?.[1]
  return host ?? text.replace(/[^\p{L}\p{N}]+/gu, '')
}
