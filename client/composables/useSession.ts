import { computed, readonly, ref, shallowRef } from 'vue'
import { getMe } from '../api/session.ts'
import { ApiError, onSessionLost, useToken, type FailureCode } from '../api/request.ts'
import { boot, type Session } from '../boot.ts'
import type { Me } from '../../shared/contract/session.ts'
import { FrameError, isFramed, openFrameSession } from './useFrame.ts'

interface Trouble {
  code: FailureCode | 'outside_portal' | 'portal_silent'
  requestId: string | null
  /** The portal's own reason. */
  trouble?: string | null
}

const state = ref<'loading' | 'ready' | 'error'>('loading')
const me = shallowRef<Me | null>(null)
const trouble = shallowRef<Trouble | null>(null)

function accept(session: Session): void {
  useToken(session.token, session.expiresAt)
  me.value = session.me
  state.value = 'ready'
  trouble.value = null
}

onSessionLost(async () => accept(await openFrameSession()))

async function start(): Promise<void> {
  state.value = 'loading'
  if (boot.session) {
    accept(boot.session)
    return
  }
  if (boot.problem && (!isFramed() || (boot.problem.trouble && !trouble.value))) {
    fail(boot.problem)
    return
  }
  try {
    accept(await openFrameSession())
  } catch (cause) {
    fail(explain(cause))
  }
}

function fail(reason: Trouble): void {
  trouble.value = reason
  state.value = 'error'
}

const reasonOf = ({ code }: ApiError): string | null => (code === boot.problem?.code ? boot.problem.trouble : null)

function explain(cause: unknown): Trouble {
  if (cause instanceof ApiError) return { code: cause.code, requestId: cause.requestId, trouble: reasonOf(cause) }
  if (cause instanceof FrameError && !isFramed()) return { code: 'outside_portal', requestId: null }
  return { code: 'portal_silent', requestId: null }
}

async function refreshMe(): Promise<void> {
  try {
    me.value = await getMe()
  } catch {
    // The next call that matters shows what is wrong; a stale header does no harm.
  }
}

const isAdmin = computed(() => me.value?.user.isAdmin === true)

export const useSession = () => ({
  state: readonly(state),
  me,
  trouble,
  isAdmin,
  start,
  refreshMe
})
