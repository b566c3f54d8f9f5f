import { APP } from '../../../manifest/app.ts'
import type { RobotValue } from '../../../manifest/robot-values.ts'
import { nearestLanguage } from '../../../shared/languages.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { PortalClient } from '../../bitrix24/portal-client.ts'
import { listOf, objectOf } from '../../bitrix24/rest.ts'
import { languageOf } from '../../portals/languages.ts'
import type { StepResult } from './steps.ts'

type Names = { en: string } & Record<string, string>

/** Of names by Bitrix24's language codes, the one in a portal's language. */
function nameIn(names: Names, lang: string): string {
  const byTag = Object.fromEntries(Object.entries(names).map(([code, name]) => [languageOf(code), name]))
  return byTag[nearestLanguage(lang, Object.keys(byTag))] ?? names.en
}

/** What not every plan has, or not every portal has allowed the app, is no hindrance. */
async function unlessRefused(work: () => Promise<void>): Promise<StepResult> {
  try {
    await work()
    return { state: 'done', detail: null }
  } catch (error) {
    if (!(error instanceof PortalError) || error.kind !== 'refused') throw error
    return { state: 'skipped', detail: error.message || error.code }
  }
}

/** Registers the triggers; adding one again renames it. */
export const registerTriggers = (client: PortalClient, lang: string): Promise<StepResult> =>
  unlessRefused(async () => {
    for (const { code, name } of APP.triggers)
      await client.call('crm.automation.trigger.add', { CODE: code, NAME: nameIn(name, lang) })
  })

/** Registers the badges that are missing: a code can be taken only once. */
export const registerBadges = (client: PortalClient, lang: string): Promise<StepResult> =>
  unlessRefused(async () => {
    const { badges } = objectOf(await client.call('crm.activity.badge.list'))
    const taken = new Set(listOf(badges).map((badge) => String(objectOf(badge).code)))
    for (const { code, type, title, value } of APP.badges)
      if (!taken.has(code))
        await client.call('crm.activity.badge.add', {
          ...{ code, type },
          ...{ title: nameIn(title, lang), value: nameIn(value, lang) }
        })
  })

const CARDS = [
  ['crm', 'CCrmDocumentLead'],
  ['crm', 'CCrmDocumentDeal']
]

/** Registers the robots, or brings those of an earlier version up to date. They wait for our answer. */
export const registerRobots = (client: PortalClient, lang: string, publicUrl: string): Promise<StepResult> =>
  unlessRefused(async () => {
    const known = new Set(listOf(await client.call('bizproc.robot.list')).map(String))
    for (const { code, path, name, description, values } of APP.robots) {
      const fields = {
        HANDLER: publicUrl + path,
        USE_SUBSCRIPTION: 'Y',
        NAME: nameIn(name, lang),
        DESCRIPTION: nameIn(description, lang),
        RETURN_PROPERTIES: Object.fromEntries(
          Object.entries<RobotValue>(values).map(([key, { type, name, description }]) => [
            key,
            {
              ...{ Name: nameIn(name, lang), Type: type },
              ...(description ? { Description: nameIn(description, lang) } : {})
            }
          ])
        ),
        FILTER: { INCLUDE: CARDS }
      }
      if (known.has(code)) await client.call('bizproc.robot.update', { CODE: code, FIELDS: fields })
      else await client.call('bizproc.robot.add', { CODE: code, ...fields })
    }
  })
