import type { Db, Trx } from './database.ts'

/** By the engine's adapter: each writes SQL its own way. */
const texts = new WeakMap<object, Map<string, string>>()

/** The text of a statement of this shape, composed at its first use: composing one takes longer than running it. */
export function composedText(db: Db | Trx, shape: string, compose: () => string): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const text = known.get(shape) ?? compose()
  known.set(shape, text)
  return text
}
