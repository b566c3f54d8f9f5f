import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const INSTALLATION_STEPS = [
  'rights',
  'crm',
  'events',
  'placements',
  'fields',
  'card',
  'trigger',
  'badge',
  'robot'
] as const
export type InstallationStep = (typeof INSTALLATION_STEPS)[number]

export const installation = z.object({
  installed: z.boolean(),
  linked: z.boolean(),
  partnerName: z.string().nullable(),
  crmMode: z.enum(['classic', 'simple']).nullable(),
  steps: z.array(
    z.object({
      step: z.enum(INSTALLATION_STEPS),
      state: z.enum(['waiting', 'running', 'done', 'skipped', 'failed']),
      /** The portal's own words, when it refused. */
      detail: z.string().nullable()
    })
  )
})
export type Installation = z.infer<typeof installation>

export const getInstallation = endpoint({
  method: 'get',
  path: '/api/installation',
  summary: 'How far the installation is',
  answer: installation,
  statuses: [200]
})

export const linkPortal = endpoint({
  method: 'post',
  path: '/api/installation/link',
  summary: 'Ties the portal to the partner that has this activation code (admin)',
  body: z.object({ activationCode: z.string().trim().min(1).max(128) }),
  answer: installation,
  statuses: [200]
})

export const finishInstallation = endpoint({
  method: 'post',
  path: '/api/installation/finish',
  summary: 'Binds events and placements and creates the CRM fields; may be repeated (admin)',
  answer: installation,
  statuses: [200]
})
