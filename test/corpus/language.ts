/** How one language writes the parts of a request. In sentences `{phone}` and the like are filled in. */
export interface Language {
  code: string
  country: string
  /** First and last names; a pair is the native and the Latin writing of one name. */
  firstNames: (string | [string, string])[]
  lastNames: (string | [string, string])[]
  /** Native names are written without a space, the family name first. */
  isFamilyFirst?: boolean
  legalForms: string[]
  /** National numbers, `x` is a random digit. */
  phones: string[]
  internationalPhone: string
  /** Digits 0–9 as words, and what stands between them. */
  digits: string[]
  digitGap: string
  /** First code point of the script's own digits. */
  nativeZero?: number
  at: string[]
  dot: string[]
  addresses: string[]
  currency: string[]
  thousands: string
  users: string
  secretSentences: Record<SecretKind, string[]>
  innocentSentences: string[]
}

export type SecretKind = 'phone' | 'email' | 'url' | 'messenger' | 'iban' | 'address' | 'name' | 'company'
