import { computed } from 'vue'
import type { Limits } from '../../shared/contract/session.ts'
import { useNow } from './useNow.ts'
import { useSession } from './useSession.ts'

export interface ReachedLimit {
  code: 'daily_limit_reached' | 'in_work_limit_reached'
  max: number
  freeAt: string | null
}

/** The limit that stands against the next reservation, in the order of the server's refusals. */
export function reachedLimit({ daily, inWork, dailyFreeAt }: Limits, now: number): ReachedLimit | null {
  const isOver = dailyFreeAt != null && Date.parse(dailyFreeAt) <= now
  if (daily.used >= daily.max && !isOver)
    return { code: 'daily_limit_reached', max: daily.max, freeAt: dailyFreeAt ?? null }
  return inWork.used >= inWork.max ? { code: 'in_work_limit_reached', max: inWork.max, freeAt: null } : null
}

export function useLimit() {
  const { me } = useSession()
  const now = useNow()
  return { reached: computed(() => (me.value?.limits ? reachedLimit(me.value.limits, now.value) : null)) }
}
