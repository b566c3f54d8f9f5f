import { findAddressRuns } from './address-runs.ts'
import { findHanAddresses } from './han-addresses.ts'
import { findThaiAddresses } from './thai-addresses.ts'
import type { Span } from './spans.ts'
import { PATTERNS } from './street-forms.ts'
import { findMeantPlaces } from './place-intent.ts'
import { withParts } from './street-parts.ts'

const LABEL =
  /(?<![\p{L}])(?:(?:street |postal |mailing |office |post|büro|firmen|geschäfts|liefer|besuchs)?(?:address|adresse|anschrift)|dirección|direccion|domicilio|endereço|endereco|indirizzo|sede legale|siège social|siege social|adres(?:imiz|i)?|地址|住址|住所|所在地|địa chỉ|alamat(?: kantor| pejabat)?|ที่อยู่|पता|адрес|domicile|office at|située? au|sitz|standort|addr|our (?:office|yard|shop)|visit us|find us|besuchen sie uns|адреса|адресу|visítanos|visite-nos|cím|adresa|주소|العنوان)\s{0,2}(?:(?:is|ist|es|é|est|è|to|adalah|ialah|là|は|是|คือ|है)\s{0,2})?[:：=]$/iu
/** "Adresse Unter den Eichen 5, 12203 Berlin" */
const UNMARKED =
  /(?<![\p{L}])(?:[Aa]ddress|[Aa]dresse|[Aa]nschrift|[Dd]irección|[Ee]ndereço|[Ii]ndirizzo|[Aa]dres|[Aa]lamat)\s(?<street>(?:\p{Lu}[\p{L}.'’-]{1,30}\s(?:(?:den|der|dem|de|la|el|do|da|di|am|an)\s)?){1,4}\d{1,4}[a-z]?(?:,\s[\p{L}\d -]{3,40})?)/gu
/** "IP address:" and "Adresse: siehe unten" are none. */
const NO_STREET = /(?:ip|web|mail|mac|e-mail|url|internet|email)[\s-]?$/iu
const END_OF_LABELLED =
  /\n|[。；;|]|(?<=\S{3})[.!?](?=\s+[\p{Lu}\p{Lo}]|\s*$)|\s[-–—]\s|(?=\s+(?:tel|phone|e-?mail|mobile|telefon|telegram|whatsapp)\b)/iu
/** "ที่อยู่ 99/12 …", "पता 24, …": in scripts that need no colon. */
const SPACED = /(?:ที่อยู่|地址|住址|住所|पता|العنوان)(?=\s?\d)\s?|(?:adres|alamat|địa chỉ|адрес|адреса)\s(?=\d)/giu
const HAS_SPACED = /(?:ที่อยู่|地址|住址|住所|पता|العنوان|dres|lamat|ịa chỉ|дреса?)\s?\d/u
const LONGEST_ADDRESS = 140

const LONGEST_LABEL = 60

/** Where a label stands and where it ends: only before a colon is looked for one. */
function labelsIn(text: string): { from: number; to: number }[] {
  return [...text.matchAll(/[:：=]\s{0,2}/g)].flatMap(({ 0: sign, index }) => {
    const start = Math.max(0, index - LONGEST_LABEL)
    const found = LABEL.exec(text.slice(start, index + 1))
    return found ? [{ from: start + found.index, to: index + sign.length }] : []
  })
}

/** Street addresses: what a label calls so, and what has the form of one. Read from the text as it is written. */
export function findStreets(written: string): Span[] {
  const text = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const spans: Span[] = []
  const spaced = HAS_SPACED.test(text) ? [...text.matchAll(SPACED)] : []
  for (const { from: label, to: from } of [
    ...labelsIn(text),
    ...spaced.map(({ 0: label, index }) => ({ from: index, to: index + label.length }))
  ]) {
    if (NO_STREET.test(text.slice(Math.max(0, label - 12), label))) continue
    const rest = text.slice(from, from + LONGEST_ADDRESS)
    const end = END_OF_LABELLED.exec(
      rest.replace(/(?<=\b(?:str|st|ave|rd|dr|nr|no|av|ul|al|jl|jln|cad|sok|mah|blvd|c|n|km|apt|ste))\./giu, '_')
    )
    const length = (end?.index ?? rest.length) || 0
    if (/\p{L}{2}|\d/u.test(rest.slice(0, length)) && /\d|\p{Script=Han}|\p{Lu}/u.test(rest.slice(0, length)))
      spans.push({ kind: 'address', from, to: from + rest.slice(0, length).trimEnd().length })
  }
  spans.push(...findAddressRuns(text), ...findHanAddresses(text), ...findThaiAddresses(text))
  if (!/\d/.test(text)) return spans
  for (const found of text.matchAll(UNMARKED)) {
    const from = found.index + found[0].length - (found.groups?.street ?? '').length
    spans.push({ kind: 'address', from, to: found.index + found[0].length })
  }
  for (const { needs, pattern } of PATTERNS)
    for (const found of needs.test(text) ? text.matchAll(pattern) : [])
      if (/\p{Nd}/u.test(found[0]))
        spans.push({ kind: 'address', from: found.index, to: found.index + found[0].trimEnd().length })
  spans.push(...findMeantPlaces(text, spans))
  return spans.map((span) => (span.why === undefined ? { ...span, ...withParts(text, span) } : span))
}
