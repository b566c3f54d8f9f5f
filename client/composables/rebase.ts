type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What was changed from `base` to `mine`, done to `newest`; a list is one value. */
export function rebase<T>(base: T, mine: T, newest: T): T {
  if (isSame(base, mine)) return newest
  if (!isTree(base) || !isTree(mine) || !isTree(newest)) return mine
  return Object.fromEntries(
    Object.keys({ ...newest, ...mine }).map((key) => [key, rebase(base[key], mine[key], newest[key])])
  ) as T
}
