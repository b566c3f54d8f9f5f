import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { errorOf, networkError, PortalError, TokenError } from '../../bitrix24/errors.ts'
import { post } from '../../bitrix24/http.ts'
import { objectOf } from '../../bitrix24/rest.ts'
import type { IntakeSource } from '../../config/intake-file.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { keepFailure } from '../../webhooks/failures.ts'
import type { ReadField } from './map-fields.ts'
import { findSourceById } from './portal-source.ts'
import { PORTAL_ROUTE, takeMapped } from './receive-call.ts'

type EventSource = Extract<IntakeSource, { kind: 'event' }>

const TIMEOUT_MS = 30_000
const METHODS: Record<number, string> = { [CRM_LEAD]: 'crm.lead.get', [CRM_DEAL]: 'crm.deal.get' }

/** Reads an item of the staff's CRM that changed, and takes it in as a request. */
export async function readItem(ctx: AppContext, job: { source: string; itemId: number }): Promise<void> {
  const source = findSourceById(ctx, job.source)
  if (source?.kind !== 'event') return
  const failureId = `b24:${job.source}:${job.itemId}`
  try {
    const item = await fetchItem(ctx, source, job.itemId)
    const named = { id: job.source, source }
    if (item) await takeMapped(ctx, named, { read: item, itemId: String(job.itemId), original: job, failureId })
  } catch (error) {
    // What was refused as it is has been kept; trying the same again would change nothing.
    if (error instanceof AppError && error.status < 500) return
    if (!(error instanceof PortalError) || error.hint.retry !== 'never') throw error
    await keepFailure(ctx, {
      id: failureId,
      route: `${PORTAL_ROUTE}#${job.source}`,
      externalId: null,
      body: Buffer.from(JSON.stringify(job)),
      code: 'portal_refused',
      errors: [{ path: '', message: error.message.slice(0, 300) }]
    })
  }
}

/** Undefined when the item is no longer there. */
async function fetchItem(ctx: AppContext, source: EventSource, id: number): Promise<ReadField | undefined> {
  const method = METHODS[source.entityTypeId]
  const item = method
    ? await call(ctx, source, method, { id })
    : objectOf(
        (await call(ctx, source, 'crm.item.get', { entityTypeId: source.entityTypeId, id, useOriginalUfNames: 'Y' }))
          ?.item
      )
  if (!item) return undefined
  const names = new Set(Object.values(source.fields).map((field) => (typeof field === 'string' ? field : field.from)))
  const related: Record<string, Record<string, unknown>> = {}
  for (const [prefix, key, reader] of [
    ['CONTACT.', 'CONTACT_ID', 'crm.contact.get'],
    ['COMPANY.', 'COMPANY_ID', 'crm.company.get']
  ] as const) {
    const relatedId = Number(valueOf(item, key))
    if (relatedId > 0 && [...names].some((name) => name.includes(prefix)))
      related[prefix] = (await call(ctx, source, reader, { id: relatedId })) ?? {}
  }
  return (name) => {
    const prefix = Object.keys(related).find((known) => name.startsWith(known))
    return prefix ? valueOf(related[prefix] ?? {}, name.slice(prefix.length)) : valueOf(item, name)
  }
}

/** `LAST_NAME` is `lastName` with the newer methods, whose phones and addresses stand together in `fm`. */
function valueOf(item: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(item, name)) return item[name]
  const bare = (text: string) => text.replaceAll('_', '').toLowerCase()
  const key = Object.keys(item).find((known) => bare(known) === bare(name))
  if (key !== undefined) return item[key]
  const several = Array.isArray(item.fm) ? (item.fm as unknown[]) : []
  return several.map(objectOf).filter(({ typeId }) => typeId === name)
}

async function call(
  ctx: AppContext,
  source: EventSource,
  method: string,
  params: Record<string, unknown>
): Promise<Record<string, unknown> | undefined> {
  const endpoint = ctx.authServers.portalEndpoint(source.webhookUrl)
  if (!endpoint) throw new PortalError('refused', 'BAD_WEBHOOK_URL', 'The webhook’s address can not be used')
  const answer = await post(`${endpoint}${method}`, { json: params }, TIMEOUT_MS).catch((error: unknown) => {
    throw networkError(error)
  })
  const { status, body } = answer
  if (status >= 300 && status < 400)
    throw new PortalError('refused', 'REDIRECT', 'The portal redirects to another address')
  if (body === undefined) throw new PortalError('ambiguous', `HTTP_${status}`, 'The portal gave no answer')
  if (!('error' in body) && status < 400) return objectOf(body.result)
  const [code, text] = [body.error, body.error_description].map((one) => (typeof one === 'string' ? one : '')) as [
    string,
    string
  ]
  if (/not.?found/i.test(`${code} ${text}`)) return undefined
  const error = errorOf(code, text, status, ctx.clock.now())
  throw error instanceof TokenError
    ? new PortalError('refused', error.code, 'The inbound webhook no longer works')
    : error
}
