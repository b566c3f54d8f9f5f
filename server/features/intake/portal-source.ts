import { createHash, timingSafeEqual } from 'node:crypto'
import type { IntakeSource } from '../../config/intake-file.ts'
import type { AppContext } from '../../context.ts'

export interface NamedSource {
  /** Names the source where its secret token may not stand. */
  id: string
  source: IntakeSource
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export const sourceIdOf = (token: string): string => digest(token).toString('base64url').slice(0, 22)

/** The source whose address ends in this token. All are compared, each in constant time. */
export function findSource(ctx: AppContext, token: string): NamedSource | undefined {
  const given = digest(token)
  const found = Object.entries(ctx.config.intake).filter(([known]) => timingSafeEqual(digest(known), given))
  const [entry] = found
  return entry && { id: sourceIdOf(entry[0]), source: entry[1] }
}

export function findSourceById(ctx: AppContext, id: string): IntakeSource | undefined {
  return Object.entries(ctx.config.intake).find(([token]) => sourceIdOf(token) === id)?.[1]
}

export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
