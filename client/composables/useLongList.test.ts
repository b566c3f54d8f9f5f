import { expect, it } from 'vitest'
import { windowOf } from './useLongList.ts'

const rowAt = (index: number, height = 100) => ({ index, start: index * height, end: (index + 1) * height })

it('keeps the room of the rows that it leaves out, so that nothing moves', () => {
  const { rows, after } = windowOf([rowAt(10), rowAt(11), rowAt(12)], 5_000)
  expect(rows).toEqual([
    { index: 10, before: 1_000 },
    { index: 11, before: 0 },
    { index: 12, before: 0 }
  ])
  expect(after).toBe(3_700)
})

it('keeps the room between the visible rows and one far away that has the focus', () => {
  const { rows, after } = windowOf([rowAt(0), rowAt(40), rowAt(41)], 5_000)
  expect(rows.map(({ before }) => before)).toEqual([0, 3_900, 0])
  expect(rows.length * 100 + rows.reduce((sum, { before }) => sum + before, 0) + after).toBe(5_000)
})
