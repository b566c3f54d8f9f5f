import type { Contact } from '../../shared/contract/values.ts'

export interface ContactLine {
  kind: string
  text: string
  href: string | null
}

const digits = (value: string): string => value.replace(/\D/g, '')
const handle = (value: string): string => encodeURIComponent(value.trim().replace(/^@/, ''))

const MESSENGERS: Record<string, (value: string) => string | null> = {
  telegram: (value) => (value.startsWith('+') ? `https://t.me/+${digits(value)}` : `https://t.me/${handle(value)}`),
  whatsapp: (value) => `https://wa.me/${digits(value)}`,
  viber: (value) => `viber://chat?number=%2B${digits(value)}`,
  skype: (value) => `skype:${handle(value)}?chat`,
  line: (value) => `https://line.me/ti/p/~${handle(value)}`,
  wechat: () => null,
  other: () => null
}

function website(text: string): string | null {
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(url) ? url : null
}

/** What a contact is made of, each with the address that calls, writes or opens it. */
export function contactLines(contact: Contact): ContactLine[] {
  const lines: ContactLine[] = []
  if (contact.phone) lines.push({ kind: 'phone', text: contact.phone, href: `tel:${contact.phone.replace(/\s/g, '')}` })
  if (contact.email) lines.push({ kind: 'email', text: contact.email, href: `mailto:${contact.email}` })
  for (const { type, value } of contact.messengers ?? []) {
    lines.push({ kind: type, text: value, href: MESSENGERS[type]?.(value) ?? null })
  }
  if (contact.website) lines.push({ kind: 'website', text: contact.website, href: website(contact.website) })
  if (contact.address) lines.push({ kind: 'address', text: contact.address, href: null })
  return lines
}
