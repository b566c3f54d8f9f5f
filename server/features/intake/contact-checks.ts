import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'
import type { Contact } from '../../../shared/contract/values.ts'
import { isDisposableDomain } from '../../vault/mail-domains.ts'
import type { HeldNote } from './rules.ts'

/** E.164, or null when no telephone of the country or of any other can have this number. Without a country a prefix is needed. */
export function normalisePhone(phone: string, country?: string): string | null {
  const number = parsePhoneNumberFromString(phone.normalize('NFKC'), country as CountryCode | undefined)
  return number?.isPossible() ? number.number : null
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

/** Syntax of a mail address as it is used on the net, internationalised ones included. */
export function isEmail(email: string): boolean {
  const at = email.lastIndexOf('@')
  const [local, labels] = [email.slice(0, at), email.slice(at + 1).split('.')]
  if (at < 1 || local.length > 64 || !LOCAL.test(local)) return false
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\p{N}+$/u.test(labels.at(-1) ?? '')
}

export function checkContact(contact: Contact, phone: string | null): HeldNote[] {
  const notes: HeldNote[] = []
  if (contact.phone !== undefined && phone === null)
    notes.push({ reason: 'phone_impossible', evidence: { field: 'contact.phone' } })
  if (contact.email === undefined) return notes
  if (!isEmail(contact.email)) notes.push({ reason: 'email_impossible', evidence: { field: 'contact.email' } })
  else if (isDisposableDomain(contact.email.slice(contact.email.lastIndexOf('@') + 1)))
    notes.push({ reason: 'disposable_email', evidence: { field: 'contact.email' } })
  return notes
}
