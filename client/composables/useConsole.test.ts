import { expect, it, vi } from 'vitest'
import { ApiError } from '../api/request.ts'
import { useConsoleAct } from './useConsoleAct.ts'
import { useConsoleList } from './useConsoleList.ts'
import { changedValues, flatPolicy, readValue } from './useConsolePolicy.ts'
import { markSpots, spotsOf } from './useConsoleText.ts'

const page = (items: string[], nextCursor: string | null = null) => ({ items, nextCursor })

it('keeps the answer to the newest question and adds older entries below it', async () => {
  const ask = vi.fn()
  const { items, state, hasMore, load, loadMore } = useConsoleList<string>(ask)
  let answerOld: (value: unknown) => void = () => undefined
  ask.mockImplementationOnce(() => new Promise((resolve) => (answerOld = resolve)))
  const old = load({ q: 'old' })
  ask.mockResolvedValueOnce(page(['c', 'b'], 'next'))
  await load({ q: 'new' })
  answerOld(page(['stale']))
  await old
  ask.mockResolvedValueOnce(page(['a']))
  await loadMore()
  expect(ask.mock.lastCall?.[0]).toEqual({ q: 'new', cursor: 'next' })
  expect(items.value).toEqual(['c', 'b', 'a'])
  expect([state.value, hasMore.value]).toEqual(['ready', false])
})

it('keeps what is shown when older entries can’t be had, and asks again', async () => {
  const ask = vi.fn().mockResolvedValueOnce(page(['b'], 'next'))
  const { items, state, error, load, loadMore } = useConsoleList<string>(ask)
  await load()
  ask.mockRejectedValueOnce(new ApiError('unavailable', 503))
  await loadMore()
  expect([items.value, state.value, error.value?.code]).toEqual([['b'], 'ready', 'unavailable'])
  ask.mockResolvedValueOnce(page(['a']))
  await loadMore()
  expect([items.value, error.value]).toEqual([['b', 'a'], null])
})

it('takes what is decided out of the list, or shows it as it is now', async () => {
  const { items, state, load, settle } = useConsoleList<string>(vi.fn().mockResolvedValue(page(['a', 'b'])))
  await load()
  settle((item) => item === 'a', 'A')
  expect(items.value).toEqual(['A', 'b'])
  settle((item) => item === 'A')
  settle((item) => item === 'b')
  expect([items.value, state.value]).toEqual([[], 'empty'])
})

it('does one action at a time, and keeps it open when it is refused', async () => {
  const { open, isBusy, error, choose, run } = useConsoleAct<'drop'>()
  choose('drop')
  const first = run(() => Promise.reject(new ApiError('wrong_state', 409)))
  expect(isBusy.value).toBe(true)
  expect(await run(() => Promise.resolve('second'))).toBeUndefined()
  expect(await first).toBeUndefined()
  expect([open.value, error.value?.code, isBusy.value]).toEqual(['drop', 'wrong_state', false])
  expect(await run(() => Promise.resolve('done'))).toBe('done')
  expect([open.value, error.value]).toEqual([null, null])
})

it('marks the spots of a text that may hold contact data, and no others', () => {
  const spots = [
    { field: 'description', from: 9, to: 12 },
    { field: 'description', from: 0, to: 3 },
    { field: 'summary', from: 1, to: 2 },
    { field: 'description', from: 2, to: 5 },
    { field: 'description', from: 50, to: 60 }
  ]
  const notes = [{ reason: 'scrubbing_doubt' as const, evidence: { spots } }]
  expect(markSpots('ask Erika 030', spotsOf(notes, 'description'))).toEqual([
    { text: 'ask', marked: true },
    { text: ' Erika', marked: false },
    { text: ' 03', marked: true },
    { text: '0', marked: false }
  ])
  expect(markSpots('plain', [])).toEqual([{ text: 'plain', marked: false }])
})

it('turns a policy into lines and changed lines into a policy', () => {
  const lines = flatPolicy({ version: '1', rating: { prior: 4, maturity: [[30, 0.5]] }, rates: {} })
  expect(lines).toEqual([
    { path: 'version', text: '1', isText: true },
    { path: 'rating.prior', text: '4', isText: false },
    { path: 'rating.maturity', text: '[[30,0.5]]', isText: false },
    { path: 'rates', text: '{}', isText: false }
  ])
  expect([readValue('2', true), readValue(' 2 ', false), readValue('[1,', false), readValue(' ', true)]).toEqual([
    ...['2', 2, undefined, undefined]
  ])
  expect(
    changedValues([
      ['rating.prior', 5],
      ['version', '2']
    ])
  ).toEqual({ rating: { prior: 5 }, version: '2' })
})
