const CRM_OBJECTS = ['LEAD', 'DEAL', 'CONTACT', 'COMPANY', 'QUOTE', 'SMART_INVOICE', 'ORDER']
const CRM_PLACES = [
  'DETAIL_TAB',
  'DETAIL_TOOLBAR',
  'DETAIL_ACTIVITY',
  'LIST_MENU',
  'LIST_TOOLBAR',
  'ACTIVITY_TIMELINE_MENU'
]
const CRM_CODES = [
  ...CRM_OBJECTS.flatMap((object) => CRM_PLACES.map((place) => `CRM_${object}_${place}`)),
  'CRM_ACTIVITY_LIST_MENU',
  'CRM_ANALYTICS_MENU',
  'CRM_FUNNELS_TOOLBAR',
  'CRM_DETAIL_SEARCH'
]
const OPEN_CODES = ['LEFT_MENU', 'PAGE_BACKGROUND_WORKER', 'REST_APP_URI', 'USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR']
const IM_CODES = ['IM_TEXTAREA', 'IM_SIDEBAR', 'IM_NAVIGATION', 'IM_CONTEXT_MENU', 'IMMOBILE_CONTEXT_MENU']

/** One handler a portal, no twin. */
export const SINGLE_PLACEMENTS = new Set(['PAGE_BACKGROUND_WORKER', 'REST_APP_URI'])

export function knownPlacements(scopes: string[]): string[] {
  return [...OPEN_CODES, ...(scopes.includes('crm') ? CRM_CODES : []), ...(scopes.includes('im') ? IM_CODES : [])]
}

export function isKnownPlacement(code: string, scopes: string[]): boolean {
  return knownPlacements(scopes).includes(code)
}
