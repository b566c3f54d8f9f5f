import type { Language, SecretKind } from './language.ts'
import type { Random } from './random.ts'

export interface Client {
  known: { name: string; company: string; phone: string; email: string }
  /** The name in the language's own script and in Latin letters. */
  names: string[]
  slug: string
}
export interface Hidden {
  /** Stands before and may stay. */
  label?: string
  text: string
  /** Stands behind and may stay. */
  rest?: string
}

const STEMS = [
  'Nordwerk',
  'Kalimbra',
  'Veltrona',
  'Osmark',
  'Prisnova',
  'Tarvelo',
  'Zefirian',
  'Quorlet',
  'Hambrix',
  'Lusterko'
]
const SEPARATORS = [' ', '-', '.', ' - ', '/', ' . ', '*', '_', ' | ', '–']

const native = (name: string | [string, string]): string => (typeof name === 'string' ? name : name[0])
const latin = (name: string | [string, string]): string => (typeof name === 'string' ? name : name[1])
const plain = (text: string): string =>
  text
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')

export function aClient(random: Random, language: Language): Client {
  const [first, last] = [random.of(language.firstNames), random.of(language.lastNames)]
  const joiner = /[\p{Script=Han}]/u.test(native(last)) ? '' : ' '
  const ordered = (one: string, other: string, gap: string) =>
    language.isFamilyFirst ? other + gap + one : one + gap + other
  const names = [ordered(native(first), native(last), joiner), ordered(latin(first), latin(last), ' ')]
  const stem = random.of(STEMS)
  const legal = random.of(language.legalForms)
  const company =
    /^[\p{Script=Han}PC]/u.test(legal) && !legal.startsWith('Co')
      ? /\p{Script=Han}/u.test(legal)
        ? `${stem}${legal}`
        : `${legal} ${stem}`
      : `${stem} ${legal}`
  const slug = stem.toLowerCase()
  const local = /^[\x20-\x7e]+$/.test(plain(latin(last)))
    ? plain(`${latin(first)}.${latin(last)}`)
        .toLowerCase()
        .replace(/\s/g, '.')
    : `info.${slug}`
  return {
    known: {
      name: random.of(names),
      company,
      phone: fill(random, language.internationalPhone),
      email: `${local}@${slug}.example`
    },
    names,
    slug
  }
}

const fill = (random: Random, pattern: string): string =>
  pattern.replace(/(?<![A-WYZa-wyz\u00c0-\u017f])x/g, () => String(random.between(0, 9)))

export function hide(random: Random, language: Language, client: Client, kind: SecretKind): Hidden {
  switch (kind) {
    case 'phone':
      return { text: hiddenPhone(random, language, client) }
    case 'email':
      return { text: hiddenMail(random, language, client) }
    case 'url':
      return { text: hiddenLink(random, language, client) }
    case 'messenger':
      return hiddenHandle(random, client)
    case 'iban':
      return { text: anIban(random) }
    case 'address':
      return aStreet(fill(random, random.of(language.addresses)))
    case 'name':
      return { text: hiddenName(random, client) }
    case 'company':
      return { text: hiddenCompany(random, client) }
  }
}

/** The city behind it may stay: the request names it anyway. */
function aStreet(address: string): Hidden {
  const [text = '', rest = ''] = address.split('|')
  return { text, rest }
}

function hiddenPhone(random: Random, language: Language, client: Client): string {
  const national = fill(random, random.of(language.phones))
  const digits = national.normalize('NFKC').replace(/\D/g, '')
  const own = client.known.phone
  const ways: (() => string)[] = [
    () => national,
    () => fill(random, language.internationalPhone),
    () => own,
    () => own.replace(/[\s-]+/g, random.of(SEPARATORS)),
    () => own.replace(/\D/g, '').replace(/^/, random.of(['+', '00'])),
    () => wide(national),
    () => [...digits].join(' '),
    () => [...digits].map((digit) => language.digits[Number(digit)]).join(language.digitGap),
    () =>
      digits.slice(0, 3) +
      (language.digitGap || ' ') +
      [...digits.slice(3)].map((digit) => language.digits[Number(digit)]).join(language.digitGap),
    () => own.replace(/0/g, (zero) => (random.chance(0.5) ? 'O' : zero))
  ]
  const zero = language.nativeZero
  if (zero !== undefined)
    ways.push(() => national.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))))
  return random.of(ways)()
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))

function hiddenMail(random: Random, language: Language, client: Client): string {
  const [local = '', host = ''] = client.known.email.split('@')
  const [at, dot] = [random.of(language.at), random.of(language.dot)]
  const other = `office${random.between(1, 99)}@${client.slug}-werke.example`
  return random.of([
    () => client.known.email,
    () => client.known.email.toUpperCase(),
    () => other,
    () => `${local}${at}${host.replace('.', dot)}`,
    () => `${local.replace('.', dot)}${at}${host.replace('.', dot)}`,
    () => `${local} @ ${host}`,
    () => `${local}(at)${host}`,
    () => wide(client.known.email),
    () => [...`a${random.between(1, 9)}@${client.slug}.example`].join(' ')
  ])()
}

function hiddenLink(random: Random, language: Language, { slug }: Client): string {
  const dot = random.of(language.dot)
  return random.of([
    () => `https://${slug}.example/kontakt?id=${random.between(1, 99)}`,
    () => `http://www.${slug}.example`,
    () => `www.${slug}.example`,
    () => `${slug}.example`,
    () => `${slug}-shop.example.com`,
    () => `hxxps://${slug}.example/a`,
    () => `${slug}[.]example`,
    () => `${slug}${dot}example`,
    () => `${slug}.bitrix24.com`,
    () => wide(`www.${slug}.example`)
  ])()
}

function hiddenHandle(random: Random, { slug }: Client): Hidden {
  const handle = `${slug}_${random.between(10, 99)}`
  return random.of([
    () => ({ label: 'Telegram: ', text: `@${handle}` }),
    () => ({ label: 'Telegram ', text: `@${handle}` }),
    () => ({ label: 'Skype: ', text: `live:${handle}` }),
    () => ({ label: 'LINE ID: ', text: `${slug}${random.between(10, 99)}` }),
    () => ({ label: 'WeChat: ', text: handle }),
    () => ({ label: '微信号 ', text: handle }),
    () => ({ text: `t.me/${handle}` }),
    () => ({ text: `https://wa.me/1202555${random.between(1000, 1999)}` }),
    () => ({ label: 'viber ', text: `+1 202 555 01${random.between(10, 99)}` })
  ])()
}

const COUNTRIES: [string, number][] = [
  ['DE', 18],
  ['FR', 23],
  ['GB', 18],
  ['PL', 24],
  ['TR', 22],
  ['ES', 20],
  ['IT', 23]
]

/** Valid check digits over an account of a bank that is not there. */
function anIban(random: Random): string {
  const [country, length] = random.of(COUNTRIES)
  const bank = country === 'GB' ? 'ZZZZ' : country === 'IT' || country === 'FR' ? '00' : '00'
  const account = bank + Array.from({ length: length - bank.length }, () => random.between(0, 9)).join('')
  const number = [...`${account}${country}00`].map((char) => String(parseInt(char, 36))).join('')
  let rest = 0
  for (const digit of number) rest = (rest * 10 + Number(digit)) % 97
  const iban = `${country}${String(98 - rest).padStart(2, '0')}${account}`
  return random.of([iban, iban.replace(/(.{4})(?=.)/g, '$1 '), iban.toLowerCase(), iban.replace(/(.{4})(?=.)/g, '$1-')])
}

function hiddenName(random: Random, { known, names }: Client): string {
  const name = random.of(names)
  const isLatin = /\p{Script=Latin}/u.test(name)
  return random.of([
    () => name,
    () => known.name,
    () => (isLatin ? name.toUpperCase() : name),
    () => (isLatin ? plain(name) : name),
    () => (isLatin ? [...name.split(' ')].reverse().join(', ') : name),
    () => (isLatin ? [...name].filter((char) => char !== ' ').join(' ') : name),
    () => (isLatin ? (name.split(' ').at(-1) ?? name) : name)
  ])()
}

function hiddenCompany(random: Random, { known, slug }: Client): string {
  return random.of([
    known.company,
    known.company.toUpperCase(),
    slug,
    slug.toUpperCase(),
    [...slug].join(' '),
    [...slug].join('.')
  ])
}
