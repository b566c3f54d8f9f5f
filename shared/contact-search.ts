import { foldText } from './search-text.ts'

const ONLY_A_NUMBER = /^[+(]?[\d\s()./-]+$/
/** As people begin a phone number; what begins otherwise is one only when it is as long as one. */
const PHONE_START = /^(?:\+\d|\(|0)/

/** Whether a search asks for an e-mail address or a phone number: they have no business in an address. */
export function looksLikeContact(text: string): boolean {
  const folded = foldText(text)
  if (folded.includes('@')) return true
  if (/^\+\d/.test(folded)) return true
  if (!ONLY_A_NUMBER.test(folded)) return false
  const digits = folded.replace(/\D/g, '').length
  return digits >= (PHONE_START.test(folded) ? 7 : 10)
}
