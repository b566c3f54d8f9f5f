/** What is known of the client, to be cut wherever it is written. */
export interface KnownContact {
  name?: string | undefined
  company?: string | undefined
  phone?: string | undefined
  email?: string | undefined
  messengers?: { type: string; value: string }[] | undefined
  website?: string | undefined
  address?: string | undefined
}

export type CutKind = 'phone' | 'email' | 'url' | 'messenger' | 'iban' | 'address' | 'name' | 'company'
export interface Cut {
  kind: CutKind
  /** Offsets in the text as it was given. */
  from: number
  to: number
}
export interface Doubt {
  kind: CutKind
  /** Offsets in the scrubbed text. */
  from: number
  to: number
  why: string
}
export interface Scrubbed {
  text: string
  cuts: Cut[]
  doubts: Doubt[]
}

export function scrub(text: string, known: KnownContact, options: { country: string }): Scrubbed {
  void options
  let scrubbed = text
  for (const value of [known.phone, known.email, known.website, known.company, known.name])
    if (value) scrubbed = scrubbed.replaceAll(value, '[…]')
  return { text: scrubbed, cuts: [], doubts: [] }
}
