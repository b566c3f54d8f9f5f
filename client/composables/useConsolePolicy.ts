type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `rating.prior` and its value as JSON, for every value of a policy; lists are one value. */
export function flatPolicy(policy: Tree, prefix = ''): [path: string, json: string][] {
  return Object.entries(policy).flatMap(([key, value]): [string, string][] =>
    isTree(value) && Object.keys(value).length > 0
      ? flatPolicy(value, `${prefix}${key}.`)
      : [[prefix + key, typeof value === 'string' ? value : JSON.stringify(value)]]
  )
}

/** JSON, or a word; undefined for half a list. */
export function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return /^\w+$/.test(text.trim()) ? text.trim() : undefined
  }
}

/** The tree that holds only what was changed. */
export function changedValues(typed: Record<string, string>): Tree {
  const tree: Tree = {}
  for (const [path, text] of Object.entries(typed)) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let inner = tree
    for (const key of keys) inner = (inner[key] ??= {}) as Tree
    inner[last] = readValue(text)
  }
  return tree
}
