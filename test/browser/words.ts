import { readFileSync } from 'node:fs'

type Tree = { [key: string]: string | Tree }

const read = (locale: string): Tree =>
  JSON.parse(readFileSync(new URL(`../../client/locales/${locale}.json`, import.meta.url), 'utf8')) as Tree

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`)
  )

const loaded = new Map<string, Map<string, string>>()

function textsOf(locale: string): Map<string, string> {
  const texts = loaded.get(locale) ?? new Map(flat(read(locale)))
  loaded.set(locale, texts)
  return texts
}

/** Finds a text of the app in the language of the page; what is put into it may be anything. */
export function words(locale: string): (key: string) => RegExp {
  return (key) => {
    const text = textsOf(locale).get(key)
    if (text === undefined) throw new Error(`${locale} has no text ${key}`)
    const forms = text.split(' | ').map((form) =>
      form
        .split(/\{\w+\}/)
        .map(escaped)
        .join('.*')
    )
    return new RegExp(`^\\s*(?:${forms.join('|')})\\s*$`)
  }
}

/** Whole English texts that read differently in this language: none of them may be seen there. */
export function englishOnly(locale: string): string[] {
  const own = textsOf(locale)
  const same = new Set(own.values())
  const found = [...textsOf('en')].filter(([key, text]) => text !== own.get(key) && !same.has(text))
  return found.map(([, text]) => text).filter((text) => !/[{|]/.test(text))
}

export const SECTIONS = Object.keys(read('en'))

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
