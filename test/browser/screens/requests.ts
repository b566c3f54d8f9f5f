import type { Gallery } from '../gallery.ts'
import { admin, agent, button, card, heading, press, text, type Screen } from './screen.ts'

async function feedOf(gallery: Gallery, fits: (request: any) => boolean): Promise<string> {
  const client = await gallery.as(gallery.main, 2)
  const { items } = (await client.get('/api/requests?limit=50')).expect(200)
  return `&params[request]=${items.find(fits).id as string}`
}
const ofOthers = (gallery: Gallery) => feedOf(gallery, (one) => one.unlocked && !one.mine && one.slots.taken > 0)
const fresh = async (gallery: Gallery) => `&params[request]=${await gallery.push()}`

const filters = {
  ...{ services: ['training'], locations: [], languages: [], valueClass: [], freeSlotsMin: 0, maxAgeDays: 0 },
  ...{ onlyUnlocked: false, q: '', sort: 'newest' }
}

export const REQUESTS: Screen[] = [
  { name: 'feed', who: agent, sign: card },
  { name: 'feed-filters', who: agent, reach: press('filter.title'), sign: text('filter.onlyUnlocked') },
  {
    name: 'feed-saved',
    who: agent,
    prepare: async (gallery) => {
      const client = await gallery.as(gallery.main, 2)
      const { items } = (await client.get('/api/saved-filters')).expect(200)
      if (items.length === 0)
        (await client.post('/api/saved-filters', { name: 'Schulungen im Norden', filters })).expect(200)
    },
    reach: press('saved.title'),
    sign: ({ app }) => app.getByText('Schulungen im Norden')
  },
  { name: 'feed-demand', who: agent, reach: press('demand.title'), sign: text('demand.text') },
  {
    name: 'feed-nothing-found',
    who: agent,
    reach: ({ app }) => app.getByRole('searchbox').fill('Quastenflosser'),
    sign: heading('request.noneFiltered')
  },
  { name: 'feed-empty', who: (gallery) => [gallery.portal('empty'), 1], sign: heading('request.none') },
  {
    name: 'feed-error',
    who: agent,
    prepare: (_, page) =>
      page.route(/\/api\/requests\?/, (route) => route.fulfill({ status: 502, body: 'Bad gateway' })),
    reach: async (scene) => scene.app.getByRole('searchbox').fill('Lager'),
    sign: (scene) => button(scene, 'action.tryAgain'),
    mayComplain: /502/
  },
  { name: 'request', who: agent, query: ofOthers, sign: text('preview.title') },
  {
    name: 'request-locked',
    who: agent,
    query: (gallery) => feedOf(gallery, (one) => !one.unlocked),
    sign: ({ app, t }) => app.getByRole('dialog').getByText(t('request.openAtLevel'))
  },
  { name: 'request-rules', who: agent, query: fresh, reach: press('request.reserve'), sign: heading('rules.title') },
  {
    name: 'request-reserved',
    who: (gallery) => [gallery.portal('taker'), 1],
    query: fresh,
    reach: async (scene) => {
      await button(scene, 'request.reserve').click()
      const [rules, reserved] = [button(scene, 'rules.accept'), text('request.reserved')(scene)]
      await rules.or(reserved).waitFor()
      if (await rules.isVisible()) await rules.click()
    },
    sign: text('request.reserved')
  },
  {
    name: 'limit-reached',
    who: (gallery) => [gallery.portal('busy'), 1],
    query: fresh,
    sign: text('error.daily_limit_reached.title')
  },
  {
    name: 'request-missing',
    who: admin,
    query: () => '&params[request]=gone',
    sign: text('request.missing'),
    mayComplain: /404/
  }
]
