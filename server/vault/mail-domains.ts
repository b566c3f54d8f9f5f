import { createRequire } from 'node:module'
import mailchecker from 'mailchecker'

// A JSON import would make Node 20 print a warning.
const providers = createRequire(import.meta.url)('email-providers/all.json') as string[]

/** RFC 2606 example domains stand for anybody, as a provider's do. */
const shared = new Set([...providers, 'example.com', 'example.org', 'example.net'])
const disposable = new Set(mailchecker.blacklist())

/** A domain and those above it, without the top level: `mail.acme.example` → itself, `acme.example`. */
export function withParents(domain: string): string[] {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}

/** Addresses of many people end in it, so that it says nothing about who somebody is. */
export const isSharedDomain = (domain: string): boolean => shared.has(domain) || disposable.has(domain)

export const isDisposableDomain = (domain: string): boolean => withParents(domain).some((one) => disposable.has(one))
