import { z } from 'zod'
import type { Endpoint } from '../../shared/contract/endpoint.ts'
import { ENDPOINTS } from '../../shared/contract/endpoints.ts'
import { problem } from '../../shared/contract/problem.ts'
import * as staff from '../../shared/contract/staff-webhooks.ts'

type Json = Record<string, unknown>

const input = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
const output = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

const refused = { description: 'Refused', content: { 'application/problem+json': { schema: output(problem) } } }

/** OpenAPI 3.1 of the calls that the contract's schemas describe. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) }
  }
  for (const [path, schema] of WEBHOOKS) paths[path] = { post: webhookOf(schema) }
  return {
    openapi: '3.1.0',
    info: { title: 'Implementation Request App', version: '1.0.0' },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } }
    }
  }
}

const WEBHOOKS: [string, z.ZodType][] = [
  ['/webhooks/requests', staff.requestWebhook],
  ['/webhooks/requests/batch', staff.requestBatchWebhook],
  ['/webhooks/partners', staff.partnerWebhook],
  ['/webhooks/purchases', staff.purchaseWebhook]
]

function operationOf(endpoint: Endpoint): Json {
  const success = { description: 'Done', content: { 'application/json': { schema: output(endpoint.answer) } } }
  return {
    summary: endpoint.summary,
    ...(endpoint.path === '/api/session' ? {} : { security: [{ session: [] }] }),
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...(endpoint.body ? { requestBody: { content: { 'application/json': { schema: input(endpoint.body) } } } } : {}),
    responses: { ...Object.fromEntries(endpoint.statuses.map((status) => [status, success])), default: refused }
  }
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = input(schema) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property
  }))
}

/** Signed as Standard Webhooks lay down. */
function webhookOf(schema: z.ZodType): Json {
  return {
    summary: 'Staff webhook',
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
      name,
      in: 'header',
      required: true,
      schema: { type: 'string' }
    })),
    requestBody: { required: true, content: { 'application/json': { schema: input(schema) } } },
    responses: { 202: { description: 'Stored' }, default: refused }
  }
}
