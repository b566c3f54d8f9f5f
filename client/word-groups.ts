/** Groups of words that nothing in the first load needs: they come with the first part that is loaded later. */
export const LATER_GROUPS = [
  'card',
  'cause',
  'connection',
  'contact',
  'crm',
  'delivery',
  'dispute',
  'duration',
  'failure',
  'gate',
  'help',
  'history',
  'install',
  'outcome',
  'preview',
  'rating',
  'reservation',
  'rules',
  'settings',
  'tip',
  'word'
]
