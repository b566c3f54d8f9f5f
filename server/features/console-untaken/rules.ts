import type { UntakenReason, UntakenRequest } from '../../../shared/contract/console-untaken.ts'

/** Partners of one level whose locations cover a request. */
export interface LevelReach {
  covering: number
  /** Of these, those who may take part and have the app. */
  eligible: number
  unlocksAt: string
}

type Reach = Pick<UntakenRequest, 'reason' | 'reach' | 'nextUnlockAt'>

/** Whom a request reaches now, and what that tells about why nobody has it. */
export function reachOf(levels: LevelReach[], now: Date): Reach {
  const sum = (some: LevelReach[], field: 'covering' | 'eligible') =>
    some.reduce((total, level) => total + level[field], 0)
  const isOpen = ({ unlocksAt }: LevelReach) => Date.parse(unlocksAt) <= now.getTime()
  const closed = levels.filter((level) => !isOpen(level) && level.eligible > 0)
  const reach = {
    covering: sum(levels, 'covering'),
    unlocked: sum(levels.filter(isOpen), 'eligible'),
    locked: sum(closed, 'eligible')
  }
  return { reason: reasonOf(reach), reach, nextUnlockAt: closed.map(({ unlocksAt }) => unlocksAt).sort()[0] ?? null }
}

function reasonOf({ covering, unlocked, locked }: UntakenRequest['reach']): UntakenReason {
  if (covering === 0) return 'nobody_covers'
  if (unlocked > 0) return 'not_chosen'
  return locked > 0 ? 'all_locked' : 'nobody_eligible'
}
