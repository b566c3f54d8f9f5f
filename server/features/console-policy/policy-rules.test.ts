import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { policyRules } from './policy-rules.ts'

const keyOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => part !== '*')
    .join('_')

it.each(['en', 'de'])(
  'every value of the policy has a label and an explanation in %s, and no other has',
  (language) => {
    const file = new URL(`../../../client/locales/console/${language}.json`, import.meta.url)
    const { console } = JSON.parse(readFileSync(file, 'utf8')) as {
      console: { policy: { field: Record<string, { label?: string; text?: string }> } }
    }
    const { field } = console.policy
    expect(Object.keys(field).sort()).toEqual([...new Set(Object.keys(policyRules()).map(keyOf))].sort())
    expect(Object.entries(field).filter(([, words]) => !words.label || !words.text)).toEqual([])
  }
)
