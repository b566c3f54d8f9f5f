import { expect, it, vi } from 'vitest'

const { listReservations } = vi.hoisted(() => ({ listReservations: vi.fn() }))
vi.mock('../api/reservations.ts', () => ({ listReservations }))

const { allReservations, csvOf, dialectOf, sheetTime } = await import('./useReservationExport.ts')

const ENGLISH = dialectOf('en')

it('quotes what a spreadsheet would take apart', () => {
  expect(csvOf([['Say "hi" GmbH', 'CRM, telephony']], ENGLISH)).toBe('"Say ""hi"" GmbH","CRM, telephony"\r\n')
})

it('keeps a spreadsheet from running a cell as a formula', () => {
  const hostile = ['=HYPERLINK("evil")', '+49 30 1', ' @SUM(1)', '\t=1', '\uFF1D1+1', '-2']
  for (const cell of csvOf([hostile], ENGLISH)
    .trim()
    .split(/,(?=")/))
    expect(cell).toMatch(/^"'/)
})

it('writes numbers and times so that a spreadsheet of the language counts with them', () => {
  expect(dialectOf('de')).toEqual({ separator: ';', decimal: ',' })
  expect(dialectOf('ja')).toEqual({ separator: ',', decimal: '.' })
  const time = sheetTime('2026-11-22T10:05:00Z')
  expect(time).toMatch(/^2026-11-2[123] \d\d:\d5$/)
  expect(csvOf([[9000.5, time]], dialectOf('de'))).toBe(`9000,5;${time}\r\n`)
  expect(sheetTime(undefined)).toBe('')
})

it('takes every page of the list, each reservation once', async () => {
  const pages = [
    { items: [{ id: 'a' }, { id: 'b' }], nextCursor: 'x' },
    { items: [{ id: 'b' }, { id: 'c' }], nextCursor: null }
  ]
  listReservations.mockImplementation(({ cursor }: { cursor?: string }) =>
    Promise.resolve(cursor ? pages[1] : pages[0])
  )
  expect((await allReservations({ outcome: 'won' })).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(listReservations.mock.calls.map(([query]) => query.outcome)).toEqual(['won', 'won'])
})
