import { isoInZone } from '../clock.ts'
import { asText, type Params } from '../php.ts'
import type { Actor } from './crm-item.ts'
import type { CrmHost } from './crm-store.ts'

export interface Activity {
  id: number
  ownerTypeId: number
  ownerId: number
  typeId: string
  providerId: string
  providerTypeId: string
  subject: string
  description: string
  created: string
  deadline: string | null
  completed: boolean
  responsibleId: number
  authorId: number
  direction: string
  originatorId: string | null
  originId: string | null
  badgeCode: string | null
  layout: unknown
}

export type NewActivity = Partial<Omit<Activity, 'id' | 'created'>> & { ownerTypeId: number; ownerId: number }

/** Calls, tasks and configurable activities on the cards. */
export class Activities {
  readonly rows: Activity[] = []
  readonly #host: CrmHost
  #nextId = 20

  constructor(host: CrmHost) {
    this.#host = host
  }

  of(ownerTypeId: number, ownerId: number): Activity[] {
    return this.rows.filter((row) => row.ownerTypeId === ownerTypeId && row.ownerId === ownerId)
  }

  byId(id: number): Activity | undefined {
    return this.rows.find((row) => row.id === id)
  }

  add(given: NewActivity, actor: Actor): Activity {
    const by = actor === 'robot' ? 0 : actor
    const activity: Activity = {
      typeId: '6',
      providerId: 'CRM_TODO',
      providerTypeId: 'TODO',
      subject: '',
      description: '',
      deadline: null,
      completed: false,
      responsibleId: by || 1,
      authorId: by,
      direction: '0',
      originatorId: null,
      originId: null,
      badgeCode: null,
      layout: null,
      ...given,
      id: this.#nextId,
      created: isoInZone(this.#host.now(), this.#host.timeZone)
    }
    this.#nextId += 2
    this.rows.push(activity)
    this.#host.emit('ONCRMACTIVITYADD', { ID: activity.id }, actor)
    return activity
  }

  complete(activity: Activity, actor: Actor): void {
    activity.completed = true
    this.#host.emit('ONCRMACTIVITYUPDATE', { ID: activity.id }, actor)
  }

  remove(activity: Activity, actor: Actor): void {
    this.rows.splice(this.rows.indexOf(activity), 1)
    this.#host.emit('ONCRMACTIVITYDELETE', { ID: activity.id }, actor)
  }
}

/** The row of `crm.activity.list`: upper-case names, string ids (docs: `activity-base/crm-activity-get.md`). */
export function showActivity(activity: Activity): Params {
  const time = activity.deadline ?? activity.created
  return {
    ID: String(activity.id),
    OWNER_ID: String(activity.ownerId),
    OWNER_TYPE_ID: String(activity.ownerTypeId),
    TYPE_ID: activity.typeId,
    PROVIDER_ID: activity.providerId,
    PROVIDER_TYPE_ID: activity.providerTypeId,
    PROVIDER_GROUP_ID: null,
    ASSOCIATED_ENTITY_ID: '0',
    SUBJECT: activity.subject,
    CREATED: activity.created,
    LAST_UPDATED: activity.created,
    START_TIME: time,
    END_TIME: time,
    DEADLINE: activity.deadline ?? '9999-12-31T00:00:00+00:00',
    COMPLETED: activity.completed ? 'Y' : 'N',
    STATUS: activity.completed ? '2' : '1',
    RESPONSIBLE_ID: String(activity.responsibleId),
    PRIORITY: '2',
    NOTIFY_TYPE: '0',
    NOTIFY_VALUE: '0',
    DESCRIPTION: activity.description,
    DESCRIPTION_TYPE: '1',
    DIRECTION: activity.direction,
    LOCATION: '',
    SETTINGS: [],
    ORIGINATOR_ID: activity.originatorId,
    ORIGIN_ID: activity.originId,
    AUTHOR_ID: String(activity.authorId),
    EDITOR_ID: String(activity.authorId),
    PROVIDER_PARAMS: [],
    PROVIDER_DATA: null,
    RESULT_MARK: '0',
    RESULT_VALUE: null,
    RESULT_SUM: null,
    RESULT_CURRENCY_ID: null,
    RESULT_STATUS: '0',
    RESULT_STREAM: '0',
    RESULT_SOURCE_ID: null,
    AUTOCOMPLETE_RULE: '0'
  }
}

/** Deadlines come with a blank or a `T`, with or without a zone. */
export function readDeadline(value: unknown, timeZone: string): string | null | undefined {
  const text = asText(value)
  if (text === '') return null
  const time = Date.parse(text.replace(' ', 'T'))
  return Number.isNaN(time) ? undefined : isoInZone(time, timeZone)
}
