import type { ValueClass } from '../../shared/codes.ts'
import { after, MINUTE } from '../clock.ts'
import type { Policy } from '../config/policy.ts'

/** When a request unlocks for a level (product.md §8). */
export function unlocksAt(
  request: { releasedAt: string; valueClass: ValueClass },
  level: number,
  policy: Policy
): string {
  return after(request.releasedAt, minutesOf(policy, request.valueClass, level) * MINUTE)
}

export function isUnlocked(
  request: { releasedAt: string; valueClass: ValueClass },
  level: number,
  policy: Policy,
  now: Date
): boolean {
  return Date.parse(unlocksAt(request, level, policy)) <= now.getTime()
}

/** The lowest level for which the request is open now; the highest when it is open for none. */
export function unlocksNowAtLevel(
  request: { releasedAt: string; valueClass: ValueClass },
  policy: Policy,
  now: Date
): number {
  const levels = policy.levels.map((_, index) => index + 1)
  return levels.find((level) => isUnlocked(request, level, policy, now)) ?? levels.length
}

/** Release times up to which a class is unlocked for a level. */
export function unlockedUntil(policy: Policy, level: number, now: Date): Record<ValueClass, string> {
  const until = (valueClass: ValueClass) => after(now, -minutesOf(policy, valueClass, level) * MINUTE)
  return { standard: until('standard'), plus: until('plus'), premium: until('premium') }
}

function minutesOf(policy: Policy, valueClass: ValueClass, level: number): number {
  const minutes = policy.unlockMinutes[valueClass]
  return minutes[Math.min(level, minutes.length) - 1] ?? 0
}
