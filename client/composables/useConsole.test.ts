import { expect, it, vi } from 'vitest'
import type { PolicyInForce } from '../api/console.ts'
import { ApiError } from '../api/request.ts'
import { useConsoleAct } from './useConsoleAct.ts'
import { useConsoleList } from './useConsoleList.ts'
import { changedPolicy, policyRows, readValue } from './useConsolePolicy.ts'
import { markSpots, remedyKey, spotsOf } from './useConsoleText.ts'

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

it('sends nobody to release a request that has no consent', () => {
  expect(remedyKey({ code: 'held', facts: { held: ['spam'] } })).toBe('console.remedy.held')
  expect(remedyKey({ code: 'held', facts: { held: ['spam', 'consent_missing'] } })).toBe('console.held.unreleasable')
})

const number = { kind: 'number', isWhole: false, min: 0, max: null, above: null, below: null } as const
const POLICY = {
  policy: {
    partners: 5,
    on: true,
    minutes: { plus: [60, 0] },
    levels: [
      { low: null, daily: 3 },
      { low: 0.75, daily: 5 }
    ]
  },
  defaults: { partners: 5, on: false, minutes: { plus: [30, 0] }, levels: [{ low: null, daily: 3 }] },
  rules: {
    partners: { ...number, isWhole: true, min: 1, max: 5 },
    on: { kind: 'switch' },
    'minutes.plus.*': number,
    'levels.*.low': number,
    'levels.*.daily': number
  }
} satisfies Pick<PolicyInForce, 'policy' | 'defaults' | 'rules'>

it('shows a policy in rows, a list as one row with a cell each', () => {
  const rows = policyRows(POLICY).map(({ key, cells }) => [
    key,
    cells.map(({ of, value, usual }) => [of, value, usual])
  ])
  expect(rows).toEqual([
    ['partners', [[null, 5, 5]]],
    ['on', [[null, true, false]]],
    [
      'minutes_plus',
      [
        ['1', 60, 30],
        ['2', 0, 0]
      ]
    ],
    [
      'levels_daily',
      [
        ['1', 3, 3],
        ['2', 5, undefined]
      ]
    ],
    ['levels_low', [['2', 0.75, undefined]]]
  ])
})

it('takes what a value of the policy may be, and nothing else', () => {
  const { partners, on } = POLICY.rules
  expect(['1', ' 5 ', '0', '6', '2.5', '', 'two'].map((typed) => readValue(typed, partners))).toEqual([
    ...[1, 5, undefined, undefined, undefined, undefined, undefined]
  ])
  expect([readValue('0,5', number), readValue('-1', number)]).toEqual([0.5, undefined])
  expect(readValue('1', { ...number, min: null, above: 0, below: 1 })).toBe(undefined)
  expect([readValue(false, on), readValue('yes', on)]).toEqual([false, undefined])
  expect(readValue('key', { kind: 'choice', choices: ['stage', 'key'] })).toBe('key')
})

it('sends only what was changed, a list as a whole', () => {
  const changes: [string, unknown][] = [
    ['partners', 3],
    ['minutes.plus.1', 10],
    ['levels.1.daily', 7]
  ]
  expect(changedPolicy(POLICY.policy, changes)).toEqual({
    partners: 3,
    minutes: { plus: [60, 10] },
    levels: [
      { low: null, daily: 3 },
      { low: 0.75, daily: 7 }
    ]
  })
  expect(POLICY.policy.minutes.plus).toEqual([60, 0])
})
