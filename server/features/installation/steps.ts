import { APP, fieldName, placementPath } from '../../../manifest/app.ts'
import { INSTALLATION_STEPS, type InstallationStep } from '../../../shared/contract/installation.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { Command, CommandResult, PortalClient } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'

/** What a step came to; a skipped one is no hindrance. */
export type StepResult = { state: 'done' | 'skipped' | 'failed'; detail: string | null }
export type CrmMode = 'classic' | 'simple'

const done: StepResult = { state: 'done', detail: null }
const ENTITIES = ['lead', 'deal'] as const

/** `crm.settings.mode.get`: 1 is classic (with leads), 2 simple. */
export async function readCrmMode(client: PortalClient): Promise<CrmMode> {
  return Number(await client.call('crm.settings.mode.get')) === 2 ? 'simple' : 'classic'
}

/** Binds the events that lack our handler. Docs disagree whether an update drops handlers, so that we look first. */
export async function bindEvents(client: PortalClient, publicUrl: string): Promise<StepResult> {
  const handler = publicUrl + APP.urls.events
  const bound = new Set(
    listOf(await client.call('event.get'))
      .map(objectOf)
      .filter((row) => String(row.handler) === handler)
      .map((row) => String(row.event).toUpperCase())
  )
  const commands = Object.fromEntries(
    APP.events
      .filter((event) => !bound.has(event))
      .map((event) => [`bind_${event}`, { method: 'event.bind', params: { event, handler } }])
  )
  return runAll(client, commands, /already/i)
}

/** Binds the tabs of the cards; twins of an earlier installation are taken away first. */
export async function bindPlacements(client: PortalClient, publicUrl: string): Promise<StepResult> {
  const rows = listOf(await client.call('placement.get')).map(objectOf)
  const commands: Record<string, Command> = {}
  for (const { code, title } of APP.placements) {
    const handler = publicUrl + placementPath(code)
    const ours = rows.filter((row) => String(row.placement) === code && String(row.handler) === handler)
    if (ours.length === 1) continue
    if (ours.length > 1)
      commands[`unbind_${code}`] = { method: 'placement.unbind', params: { PLACEMENT: code, HANDLER: handler } }
    const LANG_ALL = Object.fromEntries(Object.entries(title).map(([lang, TITLE]) => [lang, { TITLE }]))
    commands[`bind_${code}`] = {
      method: 'placement.bind',
      params: { PLACEMENT: code, HANDLER: handler, TITLE: title.en, LANG_ALL }
    }
  }
  return runAll(client, commands, /already/i)
}

/** Creates the app's own fields on leads and deals. */
export async function createFields(client: PortalClient): Promise<StepResult> {
  const lists = await client.batch(
    Object.fromEntries(ENTITIES.map((entity) => [entity, { method: `crm.${entity}.userfield.list`, params: {} }]))
  )
  const commands: Record<string, Command> = {}
  for (const entity of ENTITIES) {
    const existing = new Set(rowsOf(lists[entity]).map((row) => String(row.FIELD_NAME).toUpperCase()))
    for (const { name, label, help } of APP.fields)
      if (!existing.has(fieldName(name)))
        commands[`${entity}_${name}`] = {
          method: `crm.${entity}.userfield.add`,
          params: {
            fields: {
              ...{ FIELD_NAME: name, USER_TYPE_ID: 'string', XML_ID: name, MULTIPLE: 'N', MANDATORY: 'N' },
              ...{ SHOW_FILTER: 'Y', EDIT_FORM_LABEL: label, LIST_COLUMN_LABEL: label, LIST_FILTER_LABEL: label },
              HELP_MESSAGE: help
            }
          }
        }
  }
  return runAll(client, commands, /already|exist/i)
}

const rowsOf = (result: CommandResult | undefined): Record<string, unknown>[] =>
  result?.ok ? listOf(result.result).map(objectOf) : []

/** Puts the fields on the common view of the cards. Not every edition offers that, so that it may be skipped. */
export async function placeFieldsOnCards(client: PortalClient): Promise<StepResult> {
  try {
    for (const entityTypeId of [1, 2]) await placeFieldsOnCard(client, entityTypeId)
    return done
  } catch (error) {
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    return { state: 'skipped', detail: error.message }
  }
}

async function placeFieldsOnCard(client: PortalClient, entityTypeId: number): Promise<void> {
  const scope = { entityTypeId, scope: 'C' }
  const sections = listOf(await client.call('crm.item.details.configuration.get', scope)).map(objectOf)
  const names = APP.fields.map((field) => fieldName(field.name))
  const present = JSON.stringify(sections)
  const missing = names.filter((name) => !present.includes(`"${name}"`))
  // Without a configuration of its own the card shows the standard one: replacing it would hide standard fields.
  if (missing.length === 0 || sections.length === 0) return
  const section = {
    name: 'implementation_request',
    title: APP.title,
    type: 'section',
    elements: missing.map((name) => ({ name, optionFlags: 1 }))
  }
  await client.call('crm.item.details.configuration.set', { ...scope, data: [...sections, section] })
}

/** Runs the commands; what is there already counts as done. */
async function runAll(client: PortalClient, commands: Record<string, Command>, isThere: RegExp): Promise<StepResult> {
  if (Object.keys(commands).length === 0) return done
  for (const result of Object.values(await client.batch(commands))) {
    if (result.ok || isThere.test(`${result.error.code} ${result.error.message}`)) continue
    if (result.error.kind !== 'refused') throw result.error
    return { state: 'failed', detail: result.error.message || result.error.code }
  }
  return done
}

export const STEP_ORDER: readonly InstallationStep[] = INSTALLATION_STEPS
