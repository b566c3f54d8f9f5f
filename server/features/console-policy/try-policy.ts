import type { z } from 'zod'
import type { tryPolicy } from '../../../shared/contract/console-records.ts'
import { after, DAY } from '../../clock.ts'
import type { Policy } from '../../config/policy.ts'
import type { AppContext } from '../../context.ts'
import { isUnlocked } from '../../requests/unlock.ts'
import {
  listCells,
  listCountedReservations,
  listOpenReleases,
  listRatedPartners,
  type Cell,
  type CountedReservation
} from './repository.ts'

/** How ratings are made; staff-console.ts gives it, since it is the ratings' own. */
export interface RatingRules {
  standing: (
    reservations: (CountedReservation & { expected: number })[],
    now: Date,
    policy: Policy
  ) => { low: number; matured: number }
  level: (standing: { low: number; matured: number }, storedLevel: number, policy: Policy) => number
  chance: (cells: Cell[], reservation: CountedReservation, policy: Policy) => number
}

type WhatIf = z.input<typeof tryPolicy.answer>

const MOST_OPEN = 20_000
const MOST_MOVED = 200

/** Everybody's level and what is unlocked, under the policy in force and under the changed one, from the same data. */
export async function compareWith(ctx: AppContext, policy: Policy, rules: RatingRules): Promise<WhatIf> {
  const now = ctx.clock.now()
  const partners = await listRatedPartners(ctx.db)
  const before = await levelsUnder(ctx, ctx.policy, partners, rules, now)
  const after = await levelsUnder(ctx, policy, partners, rules, now)
  const moved = partners.flatMap(({ code, name, status }) => {
    const [was, is] = [before.get(code)!, after.get(code)!]
    if (was.level === is.level) return []
    return [{ code, name, status, before: was.level, after: is.level, lowBefore: was.low, lowAfter: is.low }]
  })
  const step = (one: (typeof moved)[number]) => one.after - one.before
  return {
    partners: partners.length,
    levels: countLevels(ctx, policy, [...before.values()], [...after.values()]),
    unlocked: await countUnlocked(ctx, policy, now),
    up: moved.filter((one) => step(one) > 0).length,
    down: moved.filter((one) => step(one) < 0).length,
    moved: moved.sort((one, other) => Math.abs(step(other)) - Math.abs(step(one))).slice(0, MOST_MOVED)
  }
}

type Levels = Map<string, { level: number; low: number }>

async function levelsUnder(
  ctx: AppContext,
  policy: Policy,
  partners: { code: string; level: number | null }[],
  rules: RatingRules,
  now: Date
): Promise<Levels> {
  const cells = await listCells(ctx.db, after(now, -policy.rating.windowDays * DAY), now.toISOString())
  const records = new Map<string, (CountedReservation & { expected: number })[]>()
  for (const row of await listCountedReservations(ctx.db)) {
    const isFixed = row.outcome !== 'open' && row.expected !== null
    const expected = isFixed ? row.expected! : rules.chance(cells, row, policy)
    const known = records.get(row.partnerCode)
    if (known) known.push({ ...row, expected })
    else records.set(row.partnerCode, [{ ...row, expected }])
  }
  return new Map(
    partners.map(({ code, level }) => {
      const standing = rules.standing(records.get(code) ?? [], now, policy)
      return [code, { level: rules.level(standing, level ?? 1, policy), low: standing.low }]
    })
  )
}

function countLevels(
  ctx: AppContext,
  policy: Policy,
  before: { level: number }[],
  after: { level: number }[]
): WhatIf['levels'] {
  const count = Math.max(ctx.policy.levels.length, policy.levels.length)
  const at = (all: { level: number }[], level: number) => all.filter((one) => one.level === level).length
  return Array.from({ length: count }, (_, index) => index + 1).map((level) => ({
    level,
    now: at(before, level),
    then: at(after, level)
  }))
}

async function countUnlocked(ctx: AppContext, policy: Policy, now: Date): Promise<WhatIf['unlocked']> {
  const open = await listOpenReleases(ctx.db, now.toISOString(), MOST_OPEN)
  const count = Math.max(ctx.policy.levels.length, policy.levels.length)
  const under = (rules: Policy, level: number) => open.filter((one) => isUnlocked(one, level, rules, now)).length
  return Array.from({ length: count }, (_, index) => index + 1).map((level) => ({
    level,
    now: under(ctx.policy, level),
    then: under(policy, level)
  }))
}
