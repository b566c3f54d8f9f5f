import { chinese, hindi, japanese, taiwanese, thai } from './asian.ts'
import { fillInnocent } from './innocent.ts'
import type { Language, SecretKind } from './language.ts'
import { indonesian, italian, malay, polish, turkish, vietnamese } from './other-languages.ts'
import { randomOf, type Random } from './random.ts'
import { aClient, hide, type Client } from './secrets.ts'
import { english, french, german, portuguese, spanish } from './west-european.ts'

export const LANGUAGES: Language[] = [
  ...[english, german, spanish, portuguese, french, italian, polish, turkish],
  ...[chinese, taiwanese, japanese, vietnamese, indonesian, malay, thai, hindi]
]

/** A stretch of a text that has to go, or that has to stay. */
export interface Mark {
  kind: SecretKind | 'innocent'
  from: number
  to: number
}
export interface Sample {
  language: string
  country: string
  known: Client['known']
  text: string
  marks: Mark[]
}

const KINDS: SecretKind[] = [
  'phone',
  'phone',
  'email',
  'email',
  'url',
  'messenger',
  'iban',
  'address',
  'name',
  'company'
]

/** Requests with hidden contact data and innocent look-alikes, all invented; the same seed gives the same texts. */
export function generateCorpus(seed: number, perLanguage: number): Sample[] {
  const random = randomOf(seed)
  return LANGUAGES.flatMap((language) => Array.from({ length: perLanguage }, () => aSample(random, language)))
}

function aSample(random: Random, language: Language): Sample {
  const client = aClient(random, language)
  const sample: Sample = {
    language: language.code,
    country: language.country,
    known: client.known,
    text: '',
    marks: []
  }
  const count = random.between(3, 6)
  for (let index = 0; index < count; index++) {
    if (random.chance(0.5)) addInnocent(sample, random, language)
    else addSecret(sample, random, language, client)
    sample.text +=
      /[\p{Script=Han}。！]$/u.test(sample.text) && random.chance(0.5) ? '' : random.chance(0.15) ? '\n' : ' '
  }
  return sample
}

function addSecret(sample: Sample, random: Random, language: Language, client: Client): void {
  const kind = random.of(KINDS)
  const [before = '', after = ''] = random.of(language.secretSentences[kind]).split(`{${kind}}`)
  const { text, label = '', rest = '' } = hide(random, language, client, kind)
  const from = sample.text.length + before.length + label.length
  sample.text += before + label + text + rest + after
  sample.marks.push({ kind, from, to: from + text.length })
}

function addInnocent(sample: Sample, random: Random, language: Language): void {
  const from = sample.text.length
  sample.text += fillInnocent(random, language, random.of(language.innocentSentences))
  sample.marks.push({ kind: 'innocent', from, to: sample.text.length })
}
