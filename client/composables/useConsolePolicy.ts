import type { PolicyInForce } from '../api/console.ts'

type Tree = Record<string, unknown>
type Rule = PolicyInForce['rules'][string]
type NumberRule = Extract<Rule, { kind: 'number' }>

export interface PolicyCell {
  /** `levels.2.daily` */
  path: string
  value: string | number | boolean
  usual: unknown
  rule: Rule
  /** Which of several: of a list by its place, from 1; of a table by its name. */
  of: string | null
}

/** What has one label: a value, or those of a list. */
export interface PolicyRow {
  /** `levels_daily`, as the words have it. */
  key: string
  cells: PolicyCell[]
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Values that a person can change, in rows. */
export function policyRows({ policy, defaults, rules }: Pick<PolicyInForce, 'policy' | 'defaults' | 'rules'>) {
  const rows = new Map<string, PolicyRow>()
  const walk = (value: unknown, usual: unknown, path: string[], shape: string[]): void => {
    if (isTree(value)) {
      for (const [name, part] of Object.entries(value)) {
        const isPlaced = Array.isArray(value) && !([...shape, name].join('.') in rules)
        const known = [...shape, name].join('.')
        const isNamed = !isPlaced && !Object.keys(rules).some((rule) => rule === known || rule.startsWith(`${known}.`))
        walk(
          part,
          isTree(usual) ? usual[name] : undefined,
          [...path, name],
          [...shape, isPlaced || isNamed ? '*' : name]
        )
      }
      return
    }
    const rule = rules[shape.join('.')]
    if (!rule || value === null || value === undefined) return
    const key = shape.filter((part) => part !== '*').join('_')
    const place = path[shape.indexOf('*')]
    const of = place === undefined ? null : /^\d+$/.test(place) ? String(Number(place) + 1) : place
    const row = rows.get(key) ?? { key, cells: [] }
    row.cells.push({ path: path.join('.'), value: value as PolicyCell['value'], usual, rule, of })
    rows.set(key, row)
  }
  walk(policy, defaults, [], [])
  return [...rows.values()]
}

/** Undefined for what the rule does not allow. */
export function readValue(typed: string | boolean, rule: Rule): string | number | boolean | undefined {
  if (rule.kind === 'switch') return typeof typed === 'boolean' ? typed : undefined
  const text = String(typed).trim()
  if (rule.kind === 'choice') return rule.choices.includes(text) ? text : undefined
  if (rule.kind === 'text') return text === '' ? undefined : text
  return readNumber(text, rule)
}

function readNumber(text: string, { isWhole, min, max, above, below }: NumberRule): number | undefined {
  const value = text === '' ? Number.NaN : Number(text.replace(',', '.'))
  const isInside = value >= (min ?? -Infinity) && value <= (max ?? Infinity)
  const isBetween = value > (above ?? -Infinity) && value < (below ?? Infinity)
  return isInside && isBetween && (!isWhole || Number.isInteger(value)) ? value : undefined
}

/** The tree that holds only what was changed; a list is there as a whole. */
export function changedPolicy(policy: Tree, changes: [path: string, value: unknown][]): Tree {
  const next = structuredClone(policy)
  const wanted: Tree = {}
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let [inner, kept] = [next, wanted as Tree | null]
    for (const key of keys) {
      inner = inner[key] as Tree
      if (kept && Array.isArray(inner)) {
        kept[key] = inner
        kept = null
      } else if (kept) kept = (kept[key] ??= {}) as Tree
    }
    inner[last] = value
    if (kept) kept[last] = value
  }
  return wanted
}
