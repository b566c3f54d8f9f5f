import quantile from '@stdlib/stats-base-dists-gamma-quantile'
import type { Outcome } from '../../../shared/codes.ts'
import { DAY } from '../../clock.ts'
import type { Policy } from '../../config/policy.ts'

/** A reservation that counts: never a void one. */
export interface RatedReservation {
  outcome: Exclude<Outcome, 'void'>
  closedAt: string | null
  /** Last progress in the CRM: an open one matures from here. */
  progressAt: string
  expected: number
}

export interface Contribution {
  y: number
  maturity: number
  weight: number
  expected: number
}

export interface Totals {
  o: number
  e: number
}

export interface Standing extends Totals {
  score: number
  low: number
  rating: number
  matured: number
}

const daysBetween = (from: string, to: Date): number => (to.getTime() - Date.parse(from)) / DAY

export function maturityOf(one: RatedReservation, now: Date, policy: Policy): number {
  if (one.outcome !== 'open') return 1
  const days = daysBetween(one.progressAt, now)
  return policy.rating.maturity.reduce((reached, [from, maturity]) => (days >= from ? maturity : reached), 0)
}

export function weightOf(one: RatedReservation, now: Date, policy: Policy): number {
  if (one.outcome === 'open' || one.closedAt === null) return 1
  return 2 ** (-Math.max(0, daysBetween(one.closedAt, now)) / policy.rating.halfLifeDays)
}

export function contributionOf(one: RatedReservation, now: Date, policy: Policy): Contribution {
  return {
    y: one.outcome === 'won' ? 1 : 0,
    maturity: maturityOf(one, now, policy),
    weight: weightOf(one, now, policy),
    expected: one.expected
  }
}

/** How far one reservation moves the rating, whichever way. */
export const impactOf = ({ y, maturity, weight, expected }: Contribution): number =>
  Math.abs(weight * maturity * (y - expected))

export function totalsOf(contributions: Contribution[]): Totals {
  const totals = { o: 0, e: 0 }
  for (const { y, maturity, weight, expected } of contributions) {
    totals.o += weight * maturity * y
    totals.e += weight * maturity * expected
  }
  return totals
}

export function lowOf({ o, e }: Totals, policy: Policy): number {
  const { prior, gateQuantile } = policy.rating
  return quantile(gateQuantile, o + prior, e + prior)
}

export function standingOf(contributions: Contribution[], policy: Policy): Standing {
  const totals = totalsOf(contributions)
  const score = (totals.o + policy.rating.prior) / (totals.e + policy.rating.prior)
  return {
    ...totals,
    score,
    low: lowOf(totals, policy),
    rating: Math.round((100 * score) / (1 + score)),
    matured: contributions.filter((one) => one.maturity >= 1).length
  }
}

/** Up at a gate, down only once `low` is below it by more than the hysteresis. */
export function levelOf(standing: Pick<Standing, 'low' | 'matured'>, storedLevel: number, policy: Policy): number {
  if (standing.matured < policy.minMaturedOutcomes) return 1
  const gates = policy.levels.map(({ low }) => low ?? -Infinity)
  const reached = gates.findLastIndex((gate) => standing.low >= gate) + 1
  const kept = gates.findLastIndex(
    (gate, index) => index < storedLevel && standing.low >= gate - policy.levelHysteresis
  )
  return Math.max(1, reached, kept + 1)
}

/** What a further request may be expected to bring. */
export function averageExpected(parts: Contribution[], policy: Policy): number {
  if (parts.length === 0) return policy.rating.defaultCloseRate / policy.partnersPerRequest
  return parts.reduce((sum, part) => sum + part.expected, 0) / parts.length
}

export interface Needs {
  low: number
  missing: number
  maturedOutcomes: number
  wins: number | null
}

const MOST_WINS = 500

/** What the next level still asks for; null at the top. */
export function nextLevelOf(
  standing: Standing,
  level: number,
  averageExpected: number,
  policy: Policy
): { level: number; needs: Needs } | null {
  const next = policy.levels[level]
  if (!next) return null
  const low = next.low ?? 0
  const maturedOutcomes = Math.max(0, policy.minMaturedOutcomes - standing.matured)
  const needs = { low, missing: Math.max(0, low - standing.low), maturedOutcomes }
  return { level: level + 1, needs: { ...needs, wins: winsUntil(low, standing, averageExpected, policy) } }
}

/** Further wins, each of average expectation, after which `low` reaches the gate; null when no number of them does. */
function winsUntil(gate: number, { o, e }: Totals, averageExpected: number, policy: Policy): number | null {
  for (let wins = 0; wins <= MOST_WINS; wins++)
    if (lowOf({ o: o + wins, e: e + wins * averageExpected }, policy) >= gate) return wins
  return null
}

/** The instant at which the passing of time alone changes the maturity of one of them. */
export function nextChangeOf(reservations: RatedReservation[], now: Date, policy: Policy): number | undefined {
  const instants = reservations
    .filter((one) => one.outcome === 'open')
    .flatMap((one) => policy.rating.maturity.map(([days]) => Date.parse(one.progressAt) + days * DAY))
    .filter((instant) => instant > now.getTime())
  return instants.length === 0 ? undefined : Math.min(...instants)
}
