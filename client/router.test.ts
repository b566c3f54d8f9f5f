import { expect, it } from 'vitest'
import type { Boot, Session } from './boot.ts'
import { firstRoute } from './router.ts'

const opened = (options: Record<string, string>, code = 'DEFAULT', session: Boot['session'] = null) =>
  firstRoute({ page: 'app', placement: { code, options }, session })

it('opens the wizard from the installer page, whatever else is asked', () => {
  expect(
    firstRoute({ page: 'install', placement: { code: 'DEFAULT', options: { request: '1' } }, session: null })
  ).toBe('/install')
})

it('follows deep links to a request, a reservation and a page', () => {
  expect(opened({ request: 'a/b' })).toBe('/requests/a%2Fb')
  expect(opened({ reservation: 'v1' })).toBe('/reservations/v1')
  expect(opened({ page: 'rating' })).toBe('/rating')
})

it('opens the requests for a page that it does not know', () => {
  expect(opened({ page: 'nonsense' })).toBe('/requests')
  expect(opened({})).toBe('/requests')
})

it('shows the story inside of a lead or deal card', () => {
  expect(opened({ ID: '7' }, 'CRM_DEAL_DETAIL_TAB')).toBe('/card')
  expect(opened({ ID: '7' }, 'crm_lead_detail_tab')).toBe('/card')
})

it('opens the console for staff whose portal has no partner', () => {
  const session = (partner: object | null) => ({ me: { staff: true, partner } }) as unknown as Session
  expect(opened({}, 'DEFAULT', session(null))).toBe('/console')
  expect(opened({}, 'DEFAULT', session({}))).toBe('/requests')
  expect(opened({ page: 'console' })).toBe('/console')
})
