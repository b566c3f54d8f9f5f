/** What the app is to Bitrix24: the version card is filled from here, the installer binds what stands here. */
export const APP = {
  title: 'Implementation Requests',
  version: 1,
  urls: { application: '/bitrix24/app', installer: '/bitrix24/install', events: '/bitrix24/events' },
  /** Each scope with its reason, see permissions.md. */
  scopes: ['crm', 'placement', 'user_brief', 'im'],
  /** Handled by server/features/installation/receive-event.ts */
  events: [
    'ONAPPINSTALL',
    'ONAPPUPDATE',
    'ONAPPUNINSTALL',
    'ONAPPPAYMENT',
    'ONCRMLEADUPDATE',
    'ONCRMLEADDELETE',
    'ONCRMDEALADD',
    'ONCRMDEALUPDATE',
    'ONCRMDEALDELETE',
    'ONCRMDEALMOVETOCATEGORY'
  ],
  /** Handled by server/features/sessions/open-page.ts */
  placements: [
    { code: 'CRM_LEAD_DETAIL_TAB', title: { en: 'Implementation request', de: 'Implementierungsanfrage' } },
    { code: 'CRM_DEAL_DETAIL_TAB', title: { en: 'Implementation request', de: 'Implementierungsanfrage' } }
  ],
  /** The app's own CRM fields, created on leads and deals. */
  fields: [
    {
      name: 'IR_NUMBER',
      label: { en: 'Implementation request', de: 'Implementierungsanfrage' },
      help: { en: 'Number of the request at Bitrix24', de: 'Nummer der Anfrage bei Bitrix24' }
    },
    {
      name: 'IR_PROOF',
      label: { en: 'Proof of win', de: 'Nachweis des Gewinns' },
      help: {
        en: 'Licence key, order number or address of the client’s portal',
        de: 'Lizenzschlüssel, Bestellnummer oder Adresse des Kundenportals'
      }
    }
  ],
  /** `originatorId` of every CRM item that the app creates. */
  originator: 'IMPLEMENTATION_REQUESTS'
} as const

export const fieldName = (name: (typeof APP.fields)[number]['name']): string => `UF_CRM_${name}`

/** Path of a placement's handler. */
export const placementPath = (code: string): string => `/bitrix24/placements/${code.toLowerCase()}`
