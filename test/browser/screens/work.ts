import type { Gallery } from '../gallery.ts'
import { admin, agent, button, heading, page, press, text, type Screen } from './screen.ts'

const own = (fits: (reservation: any) => unknown) => async (gallery: Gallery) =>
  `&params[reservation]=${(await gallery.reservation(gallery.main, fits)).id as string}`
const parting = (gallery: Gallery) => [gallery.portal('parting'), 1] as const
const endedAs = (state: string) => async (gallery: Gallery) => {
  const { id } = await gallery.reservation(gallery.portal('parting'), (one) => one.request.state === state)
  return `&params[reservation]=${id as string}`
}
const leadTab = (id: number | string) =>
  `&placement=CRM_LEAD_DETAIL_TAB&options=${encodeURIComponent(JSON.stringify({ ID: String(id) }))}`

/** Reservations, the card's tab and the rating. */
export const WORK: Screen[] = [
  { name: 'reservations', who: agent, query: page('reservations'), sign: ({ app }) => app.getByRole('row').nth(1) },
  {
    name: 'reservations-board',
    who: agent,
    query: page('reservations'),
    reach: press('reservation.asBoard'),
    sign: ({ app }) => app.locator('section h2').first()
  },
  {
    name: 'reservations-empty',
    who: (gallery) => [gallery.portal('empty'), 1],
    query: page('reservations'),
    sign: heading('reservation.none')
  },
  {
    name: 'reservation',
    who: agent,
    query: own((one) => one.outcome === 'open' && one.crm?.stageName),
    sign: heading('history.title')
  },
  { name: 'reservation-won', who: agent, query: own((one) => one.outcome === 'won'), sign: heading('history.title') },
  {
    name: 'reservation-dispute',
    who: agent,
    query: own((one) => one.outcome === 'open'),
    reach: press('dispute.open'),
    sign: (scene) => button(scene, 'dispute.send')
  },
  {
    name: 'reservation-withdrawn',
    who: parting,
    query: endedAs('withdrawn'),
    sign: text('reservation.withdrawnText')
  },
  { name: 'reservation-erased', who: parting, query: endedAs('erased'), sign: text('contact.erased') },
  {
    name: 'delivery-refused',
    who: (gallery) => [gallery.portal('busy'), 1],
    query: async (gallery) => {
      const { id } = await gallery.reservation(gallery.portal('busy'), (one) => one.delivery.state === 'refused')
      return `&params[reservation]=${id as string}`
    },
    sign: text('failure.no_rights.text')
  },
  {
    name: 'delivery-retrying',
    who: (gallery) => [gallery.portal('waiting'), 1],
    query: async (gallery) => {
      const { id } = await gallery.reservation(gallery.portal('waiting'), (one) => one.delivery.state === 'retrying')
      return `&params[reservation]=${id as string}`
    },
    sign: text('delivery.retrying')
  },
  {
    name: 'card-tab',
    who: agent,
    query: async (gallery) => {
      const fits = (one: any) => one.outcome === 'open' && one.crm?.entityTypeId === 1
      return leadTab((await gallery.reservation(gallery.main, fits)).crm.id as number)
    },
    sign: heading('history.title')
  },
  { name: 'card-tab-of-another', who: agent, query: () => leadTab(987_654), sign: heading('card.none') },
  { name: 'rating', who: admin, query: page('rating'), sign: heading('rating.contributions') },
  {
    name: 'rating-table',
    who: admin,
    query: page('rating'),
    reach: press('rating.asTable'),
    sign: ({ app }) => app.getByRole('table').first()
  },
  {
    name: 'rating-new',
    who: (gallery) => [gallery.portal('empty'), 1],
    query: page('rating'),
    sign: text('rating.word.none')
  },
  { name: 'help', who: agent, query: page('help'), sign: heading('help.words') },
  { name: 'tour', who: (gallery) => [gallery.main, 3], sign: (scene) => button(scene, 'tour.skip') }
]
