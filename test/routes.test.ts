import { expect, it } from 'vitest'
import { listRoutes } from './support/routes.ts'

it('every route stands with its guard in routes.snap: read the difference before you accept it', async () => {
  const lines = listRoutes().map(({ method, path, guard }) => `${method.padEnd(6)} ${path.padEnd(52)} ${guard ?? '-'}`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('routes.snap')
})

it('no route is bound twice', () => {
  const names = listRoutes().map(({ method, path }) => `${method} ${path}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

it('every call of the partner API has a guard', () => {
  const open = listRoutes().filter(({ path, guard }) => path.startsWith('/api/') && guard === undefined)
  expect(open.map(({ path }) => path)).toEqual(['/api/stream'])
})
