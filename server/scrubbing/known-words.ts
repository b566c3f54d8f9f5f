import { compactView, latinView, plainView } from './view.ts'
import { consonantKey, soundKey, spokenThai } from './sounds.ts'
import type { KnownContact } from './scrub.ts'

/** A word of the client's name. */
export interface NameWord {
  latin: string
  /** As it is written, in lower case. */
  accented: string
  sound: string
  consonants: string
  isLatin: boolean
  /** An ordinary word too: it is the name only beside another part of it or a title. */
  isOrdinary: boolean
}
/** Letters and digits that are cut wherever they stand in a row, whatever stands between them. */
export interface Needle {
  kind: 'name' | 'company' | 'email' | 'messenger' | 'address' | 'url'
  text: string
}
export interface KnownWords {
  names: NameWord[]
  needles: Needle[]
  /** Companies of one short or ordinary word: only as they are written. */
  exact: string[]
  surnames: string[]
  phoneDigits: string
  handles: Set<string>
}

export const latinOf = (text: string): string => latinView(plainView(text)).text
export const compactOf = (text: string): string => compactView(latinView(plainView(text))).text

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor ing dipl herr frau hr fr sr sra srta don dona doña monsieur madame mme m sig sigra signor signora pan pani panstwo bay bayan bey hanim khun anh chi ong ba bapak ibu pak bu tuan puan encik cik shri smt jr sen'.split(
    ' '
  )
)
const PARTICLES = new Set(
  'von van de der den del della di da do dos la le el al bin binti of and und y e thi'.split(' ')
)
export const isTitle = (word: string): boolean => TITLES.has(word)

const ORDINARY = new Set(
  (
    'will mark may grace rich young long king rose hope joy bill art faith april june august summer winter baker cook smith major price best white black brown green gray fox wolf bush stone wood field hill lake rivers page case chase dean grant hunter mason miller parker porter potter ward west north south east day love true sharp swift frank ' +
    'koch berg sommer herbst lang klein gross jung alt neu kurz stark weiss schwarz braun roth fuchs vogel bauer kaufmann schneider richter meister markt mai ' +
    'sol luz paz mar rosa flores campo costa ramos santos reis leal rico bravo franco real cruz blanco rojo delgado guerra ' +
    'petit grand blanc noir roux marin boulanger martin olivier pierre claire aurore ' +
    'bianchi rossi verdi conti monti fontana bruno leone gallo marino serena vera gioia ' +
    'deniz ay gül gul yaz kaya demir aslan kurt can ece su su umut barış baris güneş gunes toprak savaş savas ' +
    'ali sales office manager support service team info admin contact kontakt client customer test user demo berlin london paris madrid roma milano'
  ).split(' ')
)
const GENERIC = new Set(
  (
    'solutions solution consulting consult services service group gruppe grupo groupe gruppo holding training trade trading handel software systems system systeme media marketing logistics logistik logistica transport digital technology technologies tech technik international global europe europa deutschland germany berlin hamburg london paris madrid milano warszawa istanbul france italia polska brasil mexico españa espana turkiye ' +
    'design studio bau build construction immobilien real estate energy energie food health medical clinic klinik hotel travel reisen tours auto autos cars moto sport fashion style shop store online market markt data cloud network networks partner partners business company firma corporate office finance finanz invest capital bank insurance versicherung legal law education academy akademie school production produktion industry industries industrie manufacturing import export foods water garden home house haus new first best pro plus one team crm bitrix bitrix24 sales vertrieb support service web agency agentur agencia the and und'
  ).split(' ')
)
const LEGAL =
  /(?<![a-z0-9])(?:gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|e\.? ?k|se|ltd|limited|llc|inc|incorporated|corp|corporation|co|company|plc|llp|s\.?a\.?s?|sarl|eurl|s\.?r\.?l\.?s?|s\.?p\.?a|s\.?l\.?u?|bv|nv|oy|ab|aps|kft|sp\.? ?z ?o\.? ?o|s\.?c|ltda|me|eireli|sti|san|tic|a\.? ?s|pt|cv|tbk|plt|sdn|bhd|pte|pvt|private|kk|ooo|oao|zao|ip)\.?(?![a-z0-9])/g
const NATIVE_LEGAL =
  /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|บริษัท|จำกัด|\(?มหาชน\)?|प्राइवेट|लिमिटेड|công ty|cổ phần|tnhh/giu
const HAN = /^[\p{Script=Han}]{2,4}$/u

export function knownWords(known: KnownContact): KnownWords {
  const names = namesOf(known.name)
  const company = companyOf(known.company)
  const mail = known.email?.normalize('NFKC').toLowerCase()
  const local = mail?.split('@')[0]?.replace(/\+.*$/, '') ?? ''
  const handles = [local, ...(known.messengers ?? []).map(({ value }) => value.replace(/^.*[/:@]/, ''))].map(compactOf)
  const needles: Needle[] = [
    ...names.needles,
    ...company.needles,
    ...(mail ? [{ kind: 'email' as const, text: compactOf(mail) }] : []),
    ...handles
      .map((text) => ({ kind: 'messenger' as const, text }))
      .filter(({ text }) => text.length >= 6 && !GENERIC.has(text)),
    ...(known.website
      ? [
          {
            kind: 'url' as const,
            text: compactOf(known.website.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/.*$/, ''))
          }
        ]
      : []),
    ...addressesOf(known.address)
  ]
  return {
    names: names.words,
    needles: needles.filter(({ text }) => text.length >= 4),
    exact: company.exact,
    surnames: names.surnames,
    phoneDigits: plainView(known.phone ?? '').text.replace(/\D/g, ''),
    handles: new Set([...handles, local, ...names.words.map(({ latin }) => latin)].filter((word) => word.length >= 3))
  }
}

function namesOf(name: string | undefined): { words: NameWord[]; needles: Needle[]; surnames: string[] } {
  if (!name) return { words: [], needles: [], surnames: [] }
  const parts = plainView(name)
    .text.split(/[\s,.;/()"]+/)
    .filter((part) => part !== '')
  const words = parts
    .flatMap((part) => [part, ...part.split('-')].map((piece) => ({ piece, latin: compactOf(piece) })))
    .filter(
      ({ latin }, index, all) =>
        latin.length >= 2 && !isTitle(latin) && all.findIndex((one) => one.latin === latin) === index
    )
  const plainNames = words.map(({ latin }) => latin).filter((latin) => !latin.includes('-'))
  const every = parts.map(compactOf).filter((latin) => latin !== '')
  const needles: string[] = [plainNames, every].flatMap((list) => (list.length > 1 ? orders(list) : []))
  const surnames: string[] = []
  for (const { piece } of words) {
    if (HAN.test(piece)) {
      const split = piece.length > 3 ? 2 : 1
      surnames.push(piece.slice(0, split))
      needles.push(compactOf(piece), compactOf(piece.slice(split)) + compactOf(piece.slice(0, split)))
      if (piece.length - split === 2) needles.push(compactOf(piece.slice(split)))
    } else if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Han}]/u.test(piece)) {
      surnames.push(piece)
      if (compactOf(piece).length >= 4) needles.push(compactOf(piece))
    }
  }
  return {
    words: words
      .filter(({ piece, latin }) => !HAN.test(piece) && latin.length >= 2)
      .map(({ piece, latin }) => ({
        latin,
        accented: piece.normalize('NFC'),
        sound: soundKey(latin),
        consonants: consonantKey(latinOf(spokenThai(piece))),
        isLatin: !/[^\p{Script=Latin}\p{M}'’-]/u.test(piece),
        isOrdinary: latin.length < 3 || PARTICLES.has(latin) || ORDINARY.has(latin) || GENERIC.has(latin)
      })),
    needles: needles.map((text) => ({ kind: 'name' as const, text })).filter(({ text }) => text.length >= 4),
    surnames
  }
}

/** The whole name as it stands, and with the last word first. */
function orders(words: string[]): string[] {
  const turned = [words.at(-1) ?? '', ...words.slice(0, -1)]
  const shifted = [...words.slice(1), words[0] ?? '']
  const ends = words.length > 2 ? [`${words[0]}${words.at(-1)}`, `${words.at(-1)}${words[0]}`] : []
  return [...new Set([words.join(''), turned.join(''), shifted.join(''), ...ends])].filter((text) => text.length >= 5)
}

function companyOf(company: string | undefined): { needles: Needle[]; exact: string[] } {
  if (!company) return { needles: [], exact: [] }
  const bare = latinOf(company.normalize('NFKC').replace(NATIVE_LEGAL, ' ')).replace(LEGAL, ' ')
  const words = bare.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const core = words.join('')
  const whole = compactOf(company)
  const isOrdinary = words.every((word) => GENERIC.has(word) || ORDINARY.has(word)) && words.length === 1
  const needles: Needle[] = []
  if (whole !== core && whole.length >= 4) needles.push({ kind: 'company', text: whole })
  if (core.length >= 4 && !isOrdinary) needles.push({ kind: 'company', text: core })
  const [first = ''] = words
  if (words.length > 1 && first.length >= 5 && !GENERIC.has(first) && !ORDINARY.has(first))
    needles.push({ kind: 'company', text: first })
  const shortCore = company.replace(NATIVE_LEGAL, ' ').trim().split(/\s+/)[0] ?? ''
  const exact = (core.length < 4 || isOrdinary) && words.length === 1 && !isOrdinary ? [shortCore] : []
  return { needles, exact }
}

function addressesOf(address: string | undefined): Needle[] {
  return (address ?? '')
    .split(/[,;\n]/)
    .map(compactOf)
    .filter((part) => part.length >= 6 && /\d/.test(part) && /[a-z]/.test(part))
    .map((text) => ({ kind: 'address' as const, text }))
}
