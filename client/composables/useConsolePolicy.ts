type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

export interface PolicyValue {
  path: string
  text: string
  /** A word, not JSON. */
  isText: boolean
}

/** `rating.prior` and its value as it is typed, for every value of a policy; lists are one value. */
export function flatPolicy(policy: Tree, prefix = ''): PolicyValue[] {
  return Object.entries(policy).flatMap(([key, value]): PolicyValue[] => {
    if (isTree(value) && Object.keys(value).length > 0) return flatPolicy(value, `${prefix}${key}.`)
    const isText = typeof value === 'string'
    return [{ path: prefix + key, text: isText ? value : JSON.stringify(value), isText }]
  })
}

/** Undefined for what is no value, such as half a list. */
export function readValue(text: string, isText: boolean): unknown {
  if (isText) return text.trim() || undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The tree that holds only what was changed. */
export function changedValues(changes: [path: string, value: unknown][]): Tree {
  const tree: Tree = {}
  for (const [path, value] of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    let inner = tree
    for (const key of keys) inner = (inner[key] ??= {}) as Tree
    inner[last] = value
  }
  return tree
}
