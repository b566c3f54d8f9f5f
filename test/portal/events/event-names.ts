/** Event codes by the scope that opens them; `''` needs none. */
const EVENTS: Record<string, string[]> = {
  '': [
    'ONAPPINSTALL',
    'ONAPPUPDATE',
    'ONAPPUNINSTALL',
    'ONAPPPAYMENT',
    'ONAPPTEST',
    'ONAPPMETHODCONFIRM',
    'ONOFFLINEEVENT'
  ],
  crm: [
    ...['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'ACTIVITY', 'QUOTE', 'DYNAMICITEM'].flatMap((name) =>
      ['ADD', 'UPDATE', 'DELETE'].map((what) => `ONCRM${name}${what}`)
    ),
    'ONCRMDEALMOVETOCATEGORY',
    'ONCRMTIMELINECOMMENTADD',
    'ONCRMTIMELINECOMMENTUPDATE',
    'ONCRMTIMELINECOMMENTDELETE',
    'ONCRMLEADUSERFIELDADD',
    'ONCRMDEALUSERFIELDADD',
    'ONCRMTIMELINEITEMACTION'
  ],
  user: ['ONUSERADD']
}

/** Not offered in the interface of outgoing webhooks (docs: `crm/deals/events/index.md`). */
export const APP_ONLY_EVENTS = new Set(['ONCRMDEALMOVETOCATEGORY'])

export function knownEvents(scopes: string[]): string[] {
  return Object.entries(EVENTS).flatMap(([scope, names]) => (scope === '' || scopes.includes(scope) ? names : []))
}

export function isKnownEvent(event: string, scopes: string[]): boolean {
  return knownEvents(scopes).includes(event)
}
