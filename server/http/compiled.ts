import { z } from 'zod'

const known = new WeakMap<z.ZodType, z.ZodType>()

/** The same schema, some times as fast. Compiled at its first use, so that a start does not wait for it. */
export function compiled<Schema extends z.ZodType>(schema: Schema): Schema {
  const found = (known.get(schema) as Schema | undefined) ?? z.compile(schema)
  known.set(schema, found)
  return found
}
