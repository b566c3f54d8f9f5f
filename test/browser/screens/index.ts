import { GATES } from './gates.ts'
import { REQUESTS } from './requests.ts'
import type { Screen } from './screen.ts'
import { SETTINGS } from './settings.ts'
import { WORK } from './work.ts'

export const SCREENS: Screen[] = [...REQUESTS, ...WORK, ...SETTINGS, ...GATES]
