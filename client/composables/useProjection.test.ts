import { beforeEach, expect, it, vi } from 'vitest'

const { projectRating } = vi.hoisted(() => ({ projectRating: vi.fn() }))
vi.mock('../api/rating.ts', () => ({ projectRating }))

const { useProjection } = await import('./useProjection.ts')

beforeEach(() => projectRating.mockReset().mockResolvedValue({ rating: 55 }))

it('asks the server for the endings that were chosen', async () => {
  const { projection, choose, endingOf } = useProjection()
  await choose(['a', 'b'], 'won')
  await choose(['b'], 'lost')
  expect(projectRating.mock.lastCall?.[0]).toEqual({ won: ['a'], lost: ['b'] })
  expect(projection.value).toEqual({ rating: 55 })
  expect([endingOf('a'), endingOf('b'), endingOf('c')]).toEqual(['won', 'lost', 'open'])
})

it('says nothing when nothing is chosen any more', async () => {
  const { projection, isChosen, choose } = useProjection()
  await choose(['a'], 'won')
  await choose(['a'], 'open')
  expect(isChosen.value).toBe(false)
  expect(projection.value).toBeNull()
  expect(projectRating).toHaveBeenCalledTimes(1)
})

it('keeps the answer to the newest choice', async () => {
  const { projection, choose } = useProjection()
  let answerOld: (value: unknown) => void = () => undefined
  projectRating.mockImplementationOnce(() => new Promise((resolve) => (answerOld = resolve)))
  const old = choose(['a'], 'won')
  projectRating.mockResolvedValueOnce({ rating: 45 })
  await choose(['a'], 'lost')
  answerOld({ rating: 60 })
  await old
  expect(projection.value).toEqual({ rating: 45 })
})

it('forgets reservations that have closed meanwhile', async () => {
  const { choose, keepOnly, endingOf } = useProjection()
  await choose(['a', 'b'], 'won')
  await keepOnly(['b'])
  expect(endingOf('a')).toBe('open')
  expect(projectRating.mock.lastCall?.[0]).toEqual({ won: ['b'], lost: [] })
})
