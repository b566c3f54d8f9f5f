import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

const CANDIDATE = /(?<![a-z0-9])(?=(?<iban>[a-z]{2}[\s./-]{0,2}\d{2}(?:[\s./-]{0,2}[a-z0-9*•]){11,32}))/g
const LABELLED = /iban[\s:.#-]{0,4}$/
/** Characters of an IBAN by country (ISO 13616). */
const LENGTHS = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((entry) => [entry.slice(0, 2).toLowerCase(), Number(entry.slice(2))])
) as Record<string, number>

/** Accounts as they are written at home, when the text calls them so. */
const NATIONAL =
  /(?:konto(?:nummer|nr\.?)?|kontonummer|nr konta|rachunek|rachunku|account(?: number| no\.?)?|银行卡号?|信用卡|cuenta|conta|compte|rib|conto|hesap(?: no)?|rekening|rek\.?|akaun|账号|帳號|卡号|口座(?:番号)?|บัญชี|खाता|счет|счёт|р\/с|рахунок)[\s:：.#№]{0,3}(?<number>\d(?:[\s.\/-]?\d){11,27})(?!\d)/gu
/** A short account beside its branch: "agência 0001 conta 12345-6", "sort code 12-34-56, account 12345678". */
const WITH_BRANCH =
  /(?:ag[êe]ncia|ag\.|sort code|blz|bankleitzahl|ifsc|支店)[\s:：.#-]{1,3}(?:[a-z]{4}0\w{6}|\d(?:[\s.-]?\d){2,8}).{0,12}?(?:conta|c\/c|c\.c\.|account|acc\.?|konto|口座|खाता)\p{L}{0,8}(?: (?:corrente|poupança|no\.?|number|nr\.?))?[\s:：.#-]{1,3}\d(?:[\s.-]?\d){3,14}(?:-[\dx])?|(?:conta|c\/c|c\.c\.)(?: (?:corrente|poupança))?[\s:.#]{1,3}\d{3,10}(?:-[\dx])?.{0,8}?(?:ag[êe]ncia|ag\.)[\s:.#]{1,3}\d{3,5}(?:-[\dx])?/gu

/** Brazil's tax numbers where they are keys for payments. */
const PIX =
  /(?<![\p{L}])pix(?![\p{L}]).{0,60}?(?<key>\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}|\d{3}\.\d{3}\.\d{3}-\d{2})(?!\d)/gu

/** Poland's, without its letters. */
const POLISH = /(?<![\d])\d{2}(?: \d{4}){6}(?!\d)/g

/** Bank accounts: by their check digits, or when the text calls them so. */
export function findIbans(view: View): Span[] {
  const national = [...view.text.matchAll(NATIONAL)].map((found) => {
    const to = found.index + found[0].length
    return spanOf(view, 'iban', to - (found.groups?.number ?? '').length, to)
  })
  const withBranch = [...view.text.matchAll(WITH_BRANCH)].map(({ 0: account, index }) =>
    spanOf(view, 'iban', index, index + account.length)
  )
  return [
    ...national,
    ...withBranch,
    ...[...view.text.matchAll(POLISH)].map(({ 0: account, index }) =>
      spanOf(view, 'iban', index, index + account.length)
    ),
    ...[...(view.text.includes('pix') ? view.text.matchAll(PIX) : [])].map((found) => {
      const to = found.index + found[0].length
      return spanOf(view, 'iban', to - (found.groups?.key ?? '').length, to)
    }),
    ...[...view.text.matchAll(CANDIDATE)].flatMap((found) => {
      const candidate = found.groups?.iban ?? ''
      const expected = LENGTHS[candidate.slice(0, 2)]
      const isLabelled = LABELLED.test(view.text.slice(Math.max(0, found.index - 10), found.index))
      const end = endOf(candidate, expected ?? (isLabelled ? Infinity : 0))
      const isIban = end > 0 && (isLabelled || isValid(candidate.slice(0, end)))
      return isIban ? [spanOf(view, 'iban', found.index, found.index + end)] : []
    })
  ]
}

/** Length of the piece with that many letters and digits; 0 when there are fewer. */
function endOf(text: string, characters: number): number {
  if (characters === Infinity) return text.length
  let count = 0
  for (let index = 0; index < text.length && characters > 0; index++)
    if (/[a-z0-9*•]/.test(text[index] ?? '') && ++count === characters) return index + 1
  return 0
}

/** Words of a sentence that happen to give the right check digits are none. */
function isValid(text: string): boolean {
  if (/[\s.-](?:[a-z]{1,3}|[a-z]{5,})[\s.-]/.test(text) && !/^[a-z]{2}[\d\s.-]{18,}/.test(text)) return false
  const iban = text.replace(/[^a-z0-9]/g, '')
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[a-z]/g, (letter) => String(letter.charCodeAt(0) - 87))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
