import { createRequire } from 'node:module'
import type Mailchecker from 'mailchecker'

// A JSON import would make Node 20 print a warning.
const load = createRequire(import.meta.url)

/** It takes long to load, so that a start does not wait for it. */
const lists = once(() => ({
  /** RFC 2606 example domains stand for anybody, as a provider's do. */
  shared: new Set([...(load('email-providers/all.json') as string[]), 'example.com', 'example.org', 'example.net']),
  disposable: new Set((load('mailchecker') as typeof Mailchecker).blacklist())
}))

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

/** A domain and those above it, without the top level: `mail.acme.example` → itself, `acme.example`. */
export function withParents(domain: string): string[] {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}

/** Addresses of many people end in it, so that it says nothing about who somebody is. */
export const isSharedDomain = (domain: string): boolean => lists().shared.has(domain) || lists().disposable.has(domain)

export const isDisposableDomain = (domain: string): boolean =>
  withParents(domain).some((one) => lists().disposable.has(one))
