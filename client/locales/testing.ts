type Tree = { [key: string]: string | Tree }

/** `{ a: { b: 'x' } }` as `a.b` → `x`. */
export function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)]
    )
  )
}

export const textsOf = (files: Record<string, string>): Map<string, Map<string, string>> =>
  new Map(Object.entries(files).map(([path, raw]) => [path.slice(2, -5), flat(JSON.parse(raw) as Tree)]))

export const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()

/** Which keys the sources name, outright or by a template. */
export function keyUse(sources: string[]): { used: Set<string>; isUsed: (key: string) => boolean } {
  const all = sources.join('\n')
  const literal = [...all.matchAll(/\bte?\(\s*'([\w.]+)'/g), ...all.matchAll(/\bt\(\s*\w+ \? '([\w.]+)'/g)]
  const ternary = [...all.matchAll(/\bt\([^()]*\? '([\w.]+)' : '([\w.]+)'/g)]
  const used = new Set([...literal, ...ternary].flatMap((match) => match.slice(1).filter((key) => key !== undefined)))
  const patterns = [...all.matchAll(/`([\w]+(?:\.[\w]*|\.?\$\{[^`]+?\})+)`/g)].map(
    (match) => new RegExp(`^${match[1]?.replaceAll(/\$\{[^}]+\}/g, '[\\w]+').replaceAll('.', '\\.')}$`)
  )
  return { used, isUsed: (key) => used.has(key) || patterns.some((pattern) => pattern.test(key)) }
}
