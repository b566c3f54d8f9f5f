import type { Command, CommandResult } from '../../bitrix24/portal-client.ts'
import { objectOf } from '../../bitrix24/rest.ts'
import { nameOf, type PresentItem } from './item-state.ts'
import { countActivities, countMoves, idOf } from './read-items.ts'
import type { Evidence } from './rules.ts'

export function activityCommands(items: PresentItem[]): Record<string, Command> {
  return Object.fromEntries(
    items.flatMap(({ entityTypeId, id }): [string, Command][] => {
      const name = nameOf(entityTypeId, id)
      const owner = { OWNER_TYPE_ID: entityTypeId, OWNER_ID: id }
      return [
        [`activities_${name}`, { method: 'crm.activity.list', params: { filter: owner, select: ['ID'] } }],
        [`moves_${name}`, { method: 'crm.stagehistory.list', params: { entityTypeId, filter: { OWNER_ID: id } } }]
      ]
    })
  )
}

/** Whether somebody worked on the items. One move alone is the win itself. */
export function activityOf(
  items: PresentItem[],
  deliverySteps: string,
  results: Record<string, CommandResult>
): Evidence['activity'] {
  const ownIds = activitiesMadeByApp(deliverySteps)
  let activities = 0
  let moves = 0
  let isRead = true
  for (const { entityTypeId, id } of items) {
    const listed = results[`activities_${nameOf(entityTypeId, id)}`]
    const moved = results[`moves_${nameOf(entityTypeId, id)}`]
    if (listed?.ok) activities += countActivities(listed.result, ownIds)
    if (moved?.ok) moves += countMoves(moved.result)
    isRead &&= isAnswered(listed) && isAnswered(moved)
  }
  if (activities > 0 || moves > 1) return 'some'
  return isRead ? 'none' : 'unread'
}

/** A refusal is an answer too: what can't be shown proves nothing. */
const isAnswered = (result: CommandResult | undefined): boolean =>
  result !== undefined && (result.ok || result.error.kind === 'refused')

function activitiesMadeByApp(deliverySteps: string): Set<number> {
  const made = objectOf(JSON.parse(deliverySteps))
  return new Set(['task', 'badge'].flatMap((step) => idOf(objectOf(made[step]).id) ?? []))
}
