import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { APP, placementPath } from '../manifest/app.ts'
import { listRoutes } from './support/routes.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Scopes by the first part of a method's name (https://apidocs.bitrix24.com, scopes); null: any application may. */
const SCOPES: Record<string, string | null> = {
  ...{ app: null, batch: null, event: null, feature: null, method: null, profile: null, scope: null, server: null },
  ...{ crm: 'crm', im: 'im', placement: 'placement', user: 'user_brief', bizproc: 'bizproc' }
}
const PLACES: Record<string, string> = { CRM_LEAD_DETAIL_TAB: 'crm', CRM_DEAL_DETAIL_TAB: 'crm' }

const routes = listRoutes().map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}))
const isServed = (method: string, path: string) =>
  routes.some((route) => route.method === method && route.pattern.test(path))

const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => read(`server/${file}`))

/** Names that are called, and names that stand in tables of calls. */
const called = sources.flatMap((text) =>
  [...text.matchAll(/\b(?:method: |call\()'([a-z.]+)'/g)].map((match) => match[1]!)
)
const named = sources.flatMap((text) => [...text.matchAll(/['`]((\w+)\.[a-z0-9.]+)['`]/g)].map((match) => match[1]!))
const scopeOf = (method: string) => SCOPES[method.split('.')[0]!]

it('every URL, event and placement of the manifest has a route that takes Bitrix24’s POST', () => {
  for (const path of Object.values(APP.urls)) expect(isServed('POST', path), path).toBe(true)
  expect(APP.events.length).toBeGreaterThan(0)
  for (const { code } of APP.placements) expect(isServed('POST', placementPath(code)), code).toBe(true)
  for (const path of [APP.urls.application, APP.urls.installer]) expect(isServed('GET', path), path).toBe(true)
})

it('every placement and event belongs to a scope that is asked for', () => {
  for (const { code } of APP.placements) expect(APP.scopes as readonly string[]).toContain(PLACES[code])
  for (const event of APP.events) expect(event).toMatch(/^ON(APP|CRM)[A-Z]+$/)
})

it('every REST method that the server calls is covered by a scope', () => {
  expect(called).toEqual(expect.arrayContaining(['crm.item.add', 'event.bind', 'placement.bind', 'app.info']))
  expect(called.filter((method) => scopeOf(method) === undefined)).toEqual([])
  const needed = new Set([...called, ...named].map(scopeOf).filter(Boolean))
  expect(APP.scopes).toEqual(expect.arrayContaining([...needed]))
})

it('every scope has its reason in permissions.md', () => {
  const permissions = read('manifest/permissions.md')
  for (const scope of APP.scopes) expect(permissions).toContain(`\`${scope}\``)
})
