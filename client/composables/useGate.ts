import { computed } from 'vue'
import { useNow } from './useNow.ts'
import { useSession } from './useSession.ts'

const STOPPING = ['not_installed', 'partner_terminated'] as const
const NO_FEED = ['not_linked', 'partner_suspended', 'partner_not_approved', 'partner_not_certified'] as const

export type GateReason = (typeof STOPPING)[number] | (typeof NO_FEED)[number] | 'paused'

export const isGateReason = (code: string): code is GateReason =>
  ([...STOPPING, ...NO_FEED, 'paused'] as string[]).includes(code)

/** What keeps this person from the whole app, or only from the requests. */
export function useGate() {
  const { me } = useSession()
  const now = useNow()

  const wholeApp = computed<GateReason | null>(() => {
    if (!me.value) return null
    if (!me.value.portal.installed) return 'not_installed'
    return me.value.partner?.reasons.includes('partner_terminated') ? 'partner_terminated' : null
  })

  const feed = computed<GateReason | null>(() => {
    if (!me.value) return null
    const { partner, pausedUntil } = me.value
    if (!partner) return 'not_linked'
    if (!partner.eligible) return NO_FEED.find((code) => partner.reasons.includes(code)) ?? 'partner_not_approved'
    return pausedUntil && new Date(pausedUntil).getTime() > now.value ? 'paused' : null
  })

  return { wholeApp, feed }
}
