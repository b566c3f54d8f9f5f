import { asInt, asList, asMap, asText, param, phpMap, type Params } from '../../php.ts'
import { compare, matchesFilter } from '../../crm/filters.ts'
import { cutPage } from '../../crm/paging.ts'
import { fullName, type PortalUser } from '../../users.ts'
import type { Call, MethodTable } from '../method.ts'

const USER_SCOPES = ['user', 'user_basic', 'user_brief']

export const userMethods: MethodTable = {
  profile: { run: ({ caller }) => showProfile(caller.user) },
  'user.admin': { run: ({ caller }) => caller.user.isAdmin },
  'user.current': { scope: USER_SCOPES, run: (call) => showUser(call.caller.user, call) },
  'user.get': { scope: USER_SCOPES, run: get },
  'user.search': { scope: USER_SCOPES, run: search },
  'user.access': { run: ({ params }) => asList(param(params, 'ACCESS')).length > 0 }
}

/** `ADMIN` is a real boolean, `ID` a string; the time zone may be empty. */
function showProfile(user: PortalUser): Params | [] {
  if (!user.active) return phpMap({})
  return {
    ID: String(user.id),
    ADMIN: user.isAdmin,
    NAME: user.name,
    LAST_NAME: user.lastName,
    PERSONAL_GENDER: '',
    TIME_ZONE: user.timeZone
  }
}

/** `user_brief` hides e-mail and phones. */
function showUser(user: PortalUser, { caller, portal }: Call): Params {
  const wide = caller.scopes.some((scope) => scope === 'user' || scope === 'user_basic')
  return {
    ID: String(user.id),
    ACTIVE: user.active,
    NAME: user.name,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    ...(wide ? { EMAIL: user.email } : {}),
    LAST_LOGIN: portal.crm.time(),
    DATE_REGISTER: '2024-07-15T00:00:00+00:00',
    TIME_ZONE: user.timeZone,
    IS_ONLINE: 'N',
    // objects without content, not empty arrays: docs, `user/user-get.md`
    TIMESTAMP_X: {},
    LAST_ACTIVITY_DATE: {},
    PERSONAL_GENDER: '',
    ...(wide ? { PERSONAL_MOBILE: '', WORK_PHONE: '' } : {}),
    PERSONAL_PHOTO: '',
    WORK_POSITION: user.position,
    UF_EMPLOYMENT_DATE: '',
    UF_DEPARTMENT: user.isExtranet ? [] : [1],
    USER_TYPE: user.isExtranet ? 'extranet' : 'employee'
  }
}

function get(call: Call): unknown {
  const { portal, params } = call
  const filter = { ...asMap(param(params, 'FILTER')) }
  for (const name of ['ID', 'ACTIVE']) {
    const value = param(params, name)
    if (value !== undefined) filter[name] = value
  }
  const rows = portal.users.map((user): Params => ({ ...showUser(user, call), ACTIVE: user.active ? 'Y' : 'N' }))
  const conditions = Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key, value === true ? 'Y' : value === false ? 'N' : value])
  )
  const rules = { resolve: (name: string): string => name.toUpperCase(), strict: false }
  const wanted = rows.filter((row) => matchesFilter(row, conditions, rules))
  const way = asText(param(params, 'ORDER')).toUpperCase() === 'DESC' ? -1 : 1
  const sorted = wanted.sort((a, b) => compare(a.ID, b.ID) * way)
  return cutPage(sorted, param(params, 'start'), (page) => page.map((row) => ({ ...row, ACTIVE: row.ACTIVE === 'Y' })))
}

function search(call: Call): unknown {
  const { portal, params } = call
  const filter = { ...params, ...asMap(param(params, 'FILTER')) }
  const find = asText(filter.FIND ?? filter.NAME_SEARCH ?? filter.NAME).toLowerCase()
  const id = asInt(filter.ID)
  const found = portal.users.filter(
    (user) => user.active && (id === 0 || user.id === id) && fullName(user).toLowerCase().includes(find)
  )
  return cutPage(found, param(params, 'start'), (page) => page.map((user) => showUser(user, call)))
}
