import { ref } from 'vue'
import { createMemoryHistory, createRouter, START_LOCATION } from 'vue-router'
import type { Boot } from './boot.ts'
import { painted } from './composables/painted.ts'
import { useConsoleWords } from './composables/useConsoleWords.ts'
import { withPlaces } from './composables/subdivisions.ts'
import { lazyPage } from './lazy.ts'
import RequestsPage from './pages/RequestsPage.vue'

async function loadConsole() {
  const [loaded] = await Promise.all([import('./pages/console/ConsolePage.vue'), useConsoleWords().loadWords()])
  return loaded
}

const pages = {
  reservations: () => import('./pages/ReservationsPage.vue'),
  rating: () => import('./pages/RatingPage.vue'),
  settings: withPlaces(() => import('./pages/SettingsPage.vue')),
  help: () => import('./pages/HelpPage.vue')
}

/** The frame's address belongs to the portal, so the history lives in memory. */
export const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', redirect: '/requests' },
    { path: '/requests/:id?', name: 'requests', component: RequestsPage },
    {
      path: '/reservations/:id?',
      name: 'reservations',
      component: lazyPage(pages.reservations)
    },
    { path: '/rating', name: 'rating', component: lazyPage(pages.rating) },
    { path: '/settings', name: 'settings', component: lazyPage(pages.settings) },
    { path: '/help', name: 'help', component: lazyPage(pages.help) },
    { path: '/console/:section?/:id?', name: 'console', component: lazyPage(loadConsole) },
    {
      path: '/install',
      name: 'install',
      component: lazyPage(() => import('./pages/InstallPage.vue')),
      meta: { bare: true }
    },
    { path: '/card', name: 'card', component: lazyPage(() => import('./pages/CardTabPage.vue')), meta: { bare: true } },
    { path: '/:rest(.*)', redirect: '/requests' }
  ]
})

/** What a partner opens next, the likeliest first. */
export const likelyNext = [
  () => import('./components/request/RequestFilters.vue'),
  () => import('./components/request/RequestPanel.vue'),
  ...Object.values(pages),
  () => import('./components/settings/SettingsConnection.vue'),
  () => import('./components/settings/SettingsHistory.vue')
]

/** The page that was asked for and is not shown yet. */
export const heading = ref<string | null>(null)

router.beforeEach(async (to, from) => {
  if (from === START_LOCATION) return
  heading.value = String(to.name)
  await painted()
})
router.afterEach(() => {
  heading.value = null
})

const PAGES = ['requests', 'reservations', 'rating', 'settings', 'help']
const CARD_TABS = ['CRM_LEAD_DETAIL_TAB', 'CRM_DEAL_DETAIL_TAB']

/** Where the portal's way of opening the frame leads: wizard, card tab, or a deep link. */
export function firstRoute({ page, placement, session }: Pick<Boot, 'page' | 'placement' | 'session'>): string {
  const { request, reservation, page: wanted } = placement.options
  if (page === 'install') return '/install'
  if (CARD_TABS.includes(placement.code.toUpperCase())) return '/card'
  if (reservation) return `/reservations/${encodeURIComponent(reservation)}`
  if (request) return `/requests/${encodeURIComponent(request)}`
  if (wanted && PAGES.includes(wanted)) return `/${wanted}`
  return wanted === 'console' || (session?.me.staff && !session.me.partner) ? '/console' : '/requests'
}
