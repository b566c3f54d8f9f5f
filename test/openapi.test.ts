import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '../server/http/openapi.ts'
import { call } from './support/api-client.ts'
import { TestWorld } from './support/app.ts'
import { listRoutes } from './support/routes.ts'

interface Operation {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[]
  requestBody?: { content: Record<string, { schema?: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
}
type Paths = Record<string, Record<string, Operation>>

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']
const { paths } = openApiDocument('http://127.0.0.1:3000') as unknown as { paths: Paths }
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    method,
    operation
  }))
)

describe('the OpenAPI document', () => {
  it('is an OpenAPI 3.1 document in plain JSON', () => {
    const document = openApiDocument('http://127.0.0.1:3000')
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\.\d+$/) as string })
    expect(document.info).toEqual({ title: expect.any(String) as string, version: expect.any(String) as string })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it.each(operations)('describes $name as OpenAPI lays down', ({ path, method, operation }) => {
    expect(METHODS).toContain(method)
    expect(operation.summary?.length).toBeGreaterThan(0)
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const parameters = operation.parameters ?? []
    expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath)
    expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length)
    for (const parameter of parameters) {
      expect(['path', 'query', 'header']).toContain(parameter.in)
      expect(parameter.in !== 'path' || parameter.required).toBe(true)
      expectSchema(parameter.schema)
    }
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) expectSchema(schema)
    const statuses = Object.keys(operation.responses)
    expect(statuses.length).toBeGreaterThan(1)
    for (const status of statuses) expect(status).toMatch(/^([1-5]\d\d|default)$/)
    for (const { description, content = {} } of Object.values(operation.responses)) {
      expect(description.length).toBeGreaterThan(0)
      for (const { schema } of Object.values(content)) expectSchema(schema)
    }
  })

  it('has every guarded route, and no other', () => {
    // The opt-out link of a mail opens a page for people.
    const bound = listRoutes().filter(({ guard, path }) => guard !== undefined && !path.startsWith('/mail/'))
    const names = bound.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(operations.map(({ name }) => name).sort()).toEqual(names.sort())
  })
})

describe('what the document promises', () => {
  let world: TestWorld
  beforeAll(async () => {
    world = await TestWorld.start()
  })
  afterAll(() => world.stop())

  it('is served', async () => {
    const { body, headers } = await call(world.origin, 'GET', '/openapi.json')
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(world.origin))))
  })

  it.each(operations)('$name answers a stranger as a problem with a code', async ({ path, method }) => {
    const address = path.replace(/\{\w+\}/g, '01920000-0000-7000-8000-000000000000')
    const answer = await call(world.origin, method.toUpperCase(), address, method === 'get' ? undefined : {})
    expect([401, 422], answer.text).toContain(answer.status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({ status: answer.status, code: expect.any(String) as string })
  })
})

/** Looks into every part of a JSON Schema of draft 2020-12. */
function expectSchema(schema: unknown, at = 'schema'): void {
  expect(typeof schema, at).toMatch(/object|boolean/)
  if (typeof schema !== 'object' || schema === null) return
  const {
    type,
    properties = {},
    required = [],
    items,
    anyOf,
    oneOf,
    allOf,
    additionalProperties
  } = schema as {
    type?: string | string[]
    properties?: Record<string, unknown>
    required?: string[]
    items?: unknown
    anyOf?: unknown[]
    oneOf?: unknown[]
    allOf?: unknown[]
    additionalProperties?: unknown
  }
  for (const name of [type ?? []].flat()) expect(TYPES, at).toContain(name)
  for (const name of required) expect(Object.keys(properties), `${at}.required`).toContain(name)
  for (const [name, property] of Object.entries(properties)) expectSchema(property, `${at}.${name}`)
  if (items !== undefined) expectSchema(items, `${at}[]`)
  if (additionalProperties !== undefined) expectSchema(additionalProperties, `${at}.*`)
  for (const [index, part] of [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].entries())
    expectSchema(part, `${at}|${index}`)
}
