import { expect, it } from 'vitest'
import { placementOptions, readBoot } from './boot.ts'

it('reads the boot data that the server put into the page', () => {
  document.head.innerHTML =
    '<script type="application/json" id="boot">{"page":"placement","lang":"de","placement":{"code":"CRM_LEAD_DETAIL_TAB","options":"{\\"ID\\":7}"}}</script>'
  expect(readBoot(document)).toMatchObject({
    page: 'placement',
    lang: 'de',
    session: null,
    placement: { code: 'CRM_LEAD_DETAIL_TAB', options: { ID: '7' } }
  })
})

it('starts as a plain app when there is none or it is damaged', () => {
  document.head.innerHTML = '<script type="application/json" id="boot">{"page":</script>'
  expect(readBoot(document)).toMatchObject({ page: 'app', lang: 'en', placement: { code: 'DEFAULT', options: {} } })
})

it('takes placement options as an object, as JSON text, or as PHP’s empty list', () => {
  expect(placementOptions({ request: 12 })).toEqual({ request: '12' })
  expect(placementOptions('{"reservation":"r1"}')).toEqual({ reservation: 'r1' })
  expect(placementOptions([])).toEqual({})
  expect(placementOptions('nonsense')).toEqual({})
})
