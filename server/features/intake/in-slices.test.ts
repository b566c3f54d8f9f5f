import { expect, it } from 'vitest'
import { inSlices } from './in-slices.ts'

const LONG_MS = 20

function readSlowly(item: number): number {
  const until = performance.now() + LONG_MS
  while (performance.now() < until);
  return item * 2
}

it('lets others have their turn while a long list is read, and keeps its order', async () => {
  const turns: string[] = []
  setImmediate(() => turns.push('another'))
  const results = await inSlices([1, 2, 3], (item) => {
    turns.push(`item ${item}`)
    return readSlowly(item)
  })
  expect(results).toEqual([2, 4, 6])
  expect(turns).toEqual(['item 1', 'another', 'item 2', 'item 3'])
})

it('tells what went wrong with an item', async () => {
  const failing = inSlices([1], () => {
    throw new Error('broken')
  })
  await expect(failing).rejects.toThrow('broken')
})
