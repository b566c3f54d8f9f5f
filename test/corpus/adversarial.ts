import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who the texts of a file are about. */
export interface Client {
  name: string
  company?: string
  phone?: string
  email?: string
  website?: string
}

export interface AdversarialText {
  file: string
  language: string
  country: string
  client: Client
  /** `innocent`, or what is hidden in it. */
  kind: string
  text: string
  secrets: { from: number; to: number }[]
}

const folder = join(import.meta.dirname, 'adversarial')
const unescaped = (text: string) =>
  text
    .replace(/\\n/g, '\n')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function withoutMarks(marked: string): Pick<AdversarialText, 'text' | 'secrets'> {
  const secrets: AdversarialText['secrets'] = []
  let text = ''
  for (const [index, part] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) secrets.push({ from: text.length, to: text.length + part.length })
    text += part
  }
  return { text, secrets }
}

function readTexts(file: string): AdversarialText[] {
  const facts = new Map<string, string>()
  const texts: AdversarialText[] = []
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    const [, kind, marked] = /^(\w+) \| (.*)$/.exec(line) ?? []
    if (kind && marked) {
      const { name = '', language = '', country = '', ...client } = Object.fromEntries(facts)
      texts.push({ file, kind, language, country, client: { ...client, name }, ...withoutMarks(unescaped(marked)) })
    } else {
      const fact = line.slice(0, line.indexOf(' '))
      if (fact === 'language') facts.clear()
      facts.set(fact, line.slice(fact.length + 1))
    }
  }
  return texts
}

/** Texts written by hand, secrets between ⟦ and ⟧; each `language` begins a client. */
export const adversarialTexts = (): AdversarialText[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap(readTexts)
