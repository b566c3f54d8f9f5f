import anyAscii from 'any-ascii'

/** Words of every legal form that a company's name may carry or not. */
const LEGAL_FORMS = new Set(
  (
    'gmbh mbh ag kg kgaa ug ohg gbr ek ev eg se ltd limited llc inc incorporated corp corporation co company plc llp lp ' +
    'sa sas sasu sarl eurl snc srl srls spa sl slu sau bv nv vof oy oyj ab as asa aps kft zrt bt rt doo dd sro spol zoo ' +
    'spzoo sp z o oo ooo oao zao pao ip tov too chp ltda eireli me epp mei sti san tic pt cv tbk ud sdn bhd berhad pte pvt ' +
    'private pty kk gk yk tnhh mtv cp jsc cong ty'
  ).split(' ')
)
const NATIVE_FORMS =
  /株式会社|有限会社|合同会社|\(株\)|（株）|股份有限公司|有限责任公司|有限責任公司|有限公司|集团|集團|บริษัท|จำกัด|\(?มหาชน\)?|ห้างหุ้นส่วน|प्राइवेट|प्रा\.?|लिमिटेड|लि\.?|công ty|cổ phần/giu
const TITLES = new Set(
  'mr mrs ms miss mx dr prof ing dipl herr frau hr fr sr sra srta don dona monsieur madame mme m sig sigra pan pani bay bayan bey hanim shri smt ong ba khun san'.split(
    ' '
  )
)

/** Latin lower-case words of a text in any script, with German digraphs as their plain vowel. */
function words(text: string): string[] {
  return anyAscii(text.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''))
    .toLowerCase()
    .replace(/\b(?:[a-z]\.\s?){2,}/g, (initials) => `${initials.replace(/[.\s]/g, '')} `)
    .replace(/([aou])e/g, '$1')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** A company's name without case, accents, script and legal form. */
export function companyKey(name: string): string {
  const all = words(name.normalize('NFKC').replace(NATIVE_FORMS, ' '))
  const own = all.filter((word) => !LEGAL_FORMS.has(word))
  return (own.length > 0 ? own : all).join('')
}

/** A person's name without case, accents, script, title and order of its parts. */
export function personKey(name: string): string {
  const all = words(name)
  const own = all.filter((word) => !TITLES.has(word))
  return (own.length > 0 ? own : all).sort().join(' ')
}

/** One mailbox, one key: no case, no `+tag`; Gmail knows no dots. Null when it is no address. */
export function mailboxKey(email: string): string | null {
  const [, local, domain] = /^(.+)@([^@]+)$/.exec(email.normalize('NFKC').trim().toLowerCase()) ?? []
  if (local === undefined || domain === undefined) return null
  const box = local.replace(/\+.*$/, '') || local
  return /^(gmail|googlemail)\.com$/.test(domain) ? `${box.replaceAll('.', '')}@gmail.com` : `${box}@${domain}`
}

/** The host of an address that people write with or without a scheme. */
export function hostOf(address: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+\.[^/:?#\s]+)/i.exec(address.trim())?.[1]
  return host?.toLowerCase() ?? null
}
