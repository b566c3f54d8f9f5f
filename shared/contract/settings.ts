import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, languageTag, service } from './values.ts'

const userId = z.number().int().positive()

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as 22:00 is expected')
export const quietHours = z.object({ from: timeOfDay, to: timeOfDay })

export const settings = z.object({
  /** At most three; shared by all portals of the partner. */
  extraLocations: z.array(z.string().min(2).max(6)).max(50),
  crm: z.object({
    target: z.enum(['auto', 'lead', 'deal']),
    categoryId: z.number().int().min(0).nullish(),
    stageId: z.string().max(60).nullish(),
    assignee: z.object({ mode: z.enum(['reserver', 'fixed', 'roundRobin']), userIds: z.array(userId).max(100) }),
    observers: z.array(userId).max(50)
  }),
  whoMayReserve: z.union([z.literal('everyone'), z.array(userId).max(500)]),
  notifications: z.object({
    userIds: z.array(userId).max(100),
    newRequests: z.boolean(),
    digest: z.boolean(),
    email: z.boolean(),
    /** No notices in these hours of the partner's time zone; what would come then comes at their end. */
    quietHours: quietHours.nullish()
  }),
  pausedUntil: instant.nullable(),
  filters: z.object({ services: z.array(service), languages: z.array(languageTag).max(50) })
})
export type Settings = z.infer<typeof settings>

export const SETTINGS_PARTS = [
  'extraLocations',
  'crm',
  'whoMayReserve',
  'notifications',
  'pausedUntil',
  'filters'
] as const satisfies (keyof Settings)[]
export type SettingsPart = (typeof SETTINGS_PARTS)[number]

export const DEFAULT_SETTINGS: Settings = {
  extraLocations: [],
  crm: { target: 'auto', assignee: { mode: 'reserver', userIds: [] }, observers: [] },
  whoMayReserve: 'everyone',
  notifications: { userIds: [], newRequests: false, digest: false, email: true },
  pausedUntil: null,
  filters: { services: [], languages: [] }
}

export const getSettings = endpoint({
  method: 'get',
  path: '/api/settings',
  summary: 'The settings of the portal and the partner’s locations, with an ETag',
  answer: settings,
  statuses: [200]
})

/** Sections and fields that are left out take their defaults: PUT replaces the document. */
export const putSettings = endpoint({
  method: 'put',
  path: '/api/settings',
  summary: 'Replaces the settings (admin, If-Match)',
  body: settings.extend({
    extraLocations: settings.shape.extraLocations.default([]),
    crm: z
      .object({
        target: settings.shape.crm.shape.target.default('auto'),
        categoryId: settings.shape.crm.shape.categoryId,
        stageId: settings.shape.crm.shape.stageId,
        assignee: settings.shape.crm.shape.assignee.default({ mode: 'reserver', userIds: [] }),
        observers: settings.shape.crm.shape.observers.default([])
      })
      .default(DEFAULT_SETTINGS.crm),
    whoMayReserve: settings.shape.whoMayReserve.default('everyone'),
    notifications: z
      .object({
        userIds: z.array(userId).max(100).default([]),
        newRequests: z.boolean().default(false),
        digest: z.boolean().default(false),
        email: z.boolean().default(true),
        quietHours: quietHours.nullish()
      })
      .default(DEFAULT_SETTINGS.notifications),
    pausedUntil: settings.shape.pausedUntil.default(null),
    filters: z
      .object({
        services: z.array(service).default([]),
        languages: z.array(languageTag).max(50).default([])
      })
      .default(DEFAULT_SETTINGS.filters)
  }),
  answer: settings,
  statuses: [200]
})

export const settingsChoices = z.object({
  crmMode: z.enum(['classic', 'simple']),
  users: z.array(z.object({ id: z.number(), name: z.string(), active: z.boolean() })),
  funnels: z.array(
    z.object({ id: z.number(), name: z.string(), stages: z.array(z.object({ id: z.string(), name: z.string() })) })
  )
})
export type SettingsChoices = z.infer<typeof settingsChoices>

export const getSettingsChoices = endpoint({
  method: 'get',
  path: '/api/settings/choices',
  summary: 'Users, funnels and stages as the portal has them now (admin)',
  answer: settingsChoices,
  statuses: [200]
})

/** Who changed which sections of the settings; never what stood in them. */
export const getSettingsHistory = endpoint({
  method: 'get',
  path: '/api/settings/history',
  summary: 'The last fifty changes of the portal’s settings, newest first (admin)',
  answer: z.object({
    items: z.array(z.object({ at: z.string(), userId: z.number(), parts: z.array(z.enum(SETTINGS_PARTS)) }))
  }),
  statuses: [200]
})
export type SettingsHistory = z.infer<(typeof getSettingsHistory)['answer']>

export const testNotifications = endpoint({
  method: 'post',
  path: '/api/settings/notifications/test',
  summary: 'Sends a test notice to the chosen agents, or to the asking admin when none is chosen (admin)',
  answer: z.object({ userIds: z.array(z.number()) }),
  statuses: [202]
})
