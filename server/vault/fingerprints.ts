import type { Contact } from '../../shared/contract/values.ts'
import type { Keys } from './keys.ts'
import { companyKey, hostOf, mailboxKey, personKey } from './client-keys.ts'
import { isSharedDomain, withParents } from './mail-domains.ts'

/** `phone`, `email` and `company_name` recognise a client again; `domain` and `company` a partner in its client. */
export type FingerprintKind = 'phone' | 'email' | 'company_name' | 'domain' | 'company'
export interface Fingerprint {
  kind: FingerprintKind
  hash: string
}

/** Fingerprints of a client. `phone` is in E.164, or null when it can't be one. */
export function clientFingerprints(keys: Keys, contact: Contact, phone: string | null): Fingerprint[] {
  const { name, company, email, website } = contact
  const mailbox = email === undefined ? null : mailboxKey(email)
  const hosts = [mailbox?.split('@')[1], website === undefined ? null : hostOf(website)]
  const domains = new Set(hosts.flatMap((host) => (host ? withParents(host) : [])))
  const firm = company === undefined ? null : companyKey(company)
  const marks: [FingerprintKind, string | null][] = [
    ['phone', phone],
    ['email', mailbox],
    ['company_name', firm === null ? null : `${firm}|${personKey(name)}`],
    ['company', firm],
    ...[...domains]
      .filter((domain) => !isSharedDomain(domain))
      .map((domain) => ['domain', domain] as [FingerprintKind, string])
  ]
  return hashed(keys, marks)
}

/** By which all requests of a client are found; null for what can't be such an address. */
export function lookupFingerprint(keys: Keys, kind: 'email' | 'phone', value: string): Fingerprint | null {
  const key = kind === 'email' ? mailboxKey(value) : value
  return hashed(keys, [[kind, key]])[0] ?? null
}

/** Fingerprints by which a partner is found behind a request (`own_request`). */
export function partnerFingerprints(
  keys: Keys,
  partner: { name: string; email: string | null; domains: string[] }
): Fingerprint[] {
  const hosts = [...partner.domains, partner.email?.split('@')[1]].map((domain) => (domain ? hostOf(domain) : null))
  const domains = new Set(hosts.filter((host) => host !== null && !isSharedDomain(host)))
  return hashed(keys, [
    ['company', companyKey(partner.name)],
    ...[...domains].map((domain) => ['domain', domain] as [FingerprintKind, string | null])
  ])
}

const hashed = (keys: Keys, marks: [FingerprintKind, string | null][]): Fingerprint[] =>
  marks.flatMap(([kind, value]) => (value ? [{ kind, hash: keys.hash('fingerprint', `${kind}:${value}`) }] : []))
