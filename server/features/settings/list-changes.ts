import { SETTINGS_PARTS, type SettingsHistory } from '../../../shared/contract/settings.ts'
import type { Db } from '../../db/database.ts'
import { listSettingsEntries } from './repository.ts'

const MOST_CHANGES = 50

/** Who changed which sections of the portal's settings. A save that changed nothing is none. */
export async function listChanges(db: Db, memberId: string): Promise<SettingsHistory['items']> {
  const entries = await listSettingsEntries(db, memberId, MOST_CHANGES)
  return entries.flatMap(({ at, userId, reason }) => {
    const named = (reason ?? '').split(', ')
    const parts = SETTINGS_PARTS.filter((part) => named.includes(part))
    return userId === null || parts.length === 0 ? [] : [{ at, userId, parts }]
  })
}
