import type { Gallery } from '../gallery.ts'
import { heading, page, type Screen } from './screen.ts'

const changing = (gallery: Gallery) => [gallery.portal('changing'), 1] as const
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

const gate = (name: string, reason: string, state: () => Record<string, unknown>): Screen => ({
  name,
  who: changing,
  prepare: (gallery) => gallery.become(state()),
  sign: heading(`gate.${reason}.title`)
})

/** What a partner sees that may not see requests. */
export const GATES: Screen[] = [
  gate('not-approved', 'partner_not_approved', () => ({ approved: false })),
  gate('not-certified', 'partner_not_certified', () => ({ certifiedAt: null })),
  gate('suspended', 'partner_suspended', () => ({ suspendedUntil: inAWeek(), suspensionReason: 'Beschwerden' })),
  gate('suspended-for-good', 'partner_suspended', () => ({ suspendedUntil: 'permanent' })),
  gate('terminated', 'partner_terminated', () => ({ terminatedAt: new Date().toISOString() })),
  {
    ...gate('paused', 'paused', () => ({})),
    prepare: async (gallery) => {
      await gallery.become({})
      const client = await gallery.as(...changing(gallery))
      const current = await client.get('/api/settings')
      const body = { ...current.expect(200), pausedUntil: inAWeek() }
      const headers = { 'if-match': current.headers.get('etag') ?? '' }
      await client.put('/api/settings', body, headers).then((answer) => answer.expect(200))
    }
  },
  { name: 'not-linked', who: (gallery) => [gallery.portal('unlinked'), 1], sign: heading('gate.not_linked.title') },
  {
    name: 'not-linked-agent',
    who: (gallery) => [gallery.portal('unlinked'), 2],
    sign: heading('gate.not_linked.title')
  },
  {
    name: 'not-linked-settings',
    who: (gallery) => [gallery.portal('unlinked'), 1],
    query: page('settings'),
    sign: heading('gate.not_linked.title')
  }
]
