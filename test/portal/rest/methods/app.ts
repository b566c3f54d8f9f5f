import { asMap, asText, isMap, param, phpMap, type Params } from '../../php.ts'
import { isoInZone } from '../../clock.ts'
import { RestError } from '../errors.ts'
import type { Call, MethodTable } from '../method.ts'
import { methods } from './table.ts'

export const appMethods: MethodTable = {
  'app.info': { run: info },
  'app.option.get': { appOnly: true, run: ({ portal, params }) => readOption(portal.installation.appOptions, params) },
  'app.option.set': { appOnly: true, run: setAppOption },
  'user.option.get': { appOnly: true, run: (call) => readOption(userOptions(call), call.params) },
  'user.option.set': {
    appOnly: true,
    run: (call) => {
      Object.assign(userOptions(call), readOptions(call.params))
      return true
    }
  },
  scope: { run: listScopes },
  'method.get': { run: describeMethod },
  methods: { run: () => Object.keys(methods) },
  'feature.get': { run: ({ portal }) => ({ value: portal.plan === 'basic' ? 'N' : 'Y' }) },
  'server.time': { run: ({ portal }) => isoInZone(portal.now(), portal.timeZone) }
}

/** The portal's own shape; the auth server answers another one. */
function info({ portal, caller }: Call): Params {
  const license = `${portal.lang}_${licenseOf(portal.plan)}`
  const common = {
    LANGUAGE_ID: portal.lang,
    LICENSE: license,
    LICENSE_TYPE: licenseOf(portal.plan),
    LICENSE_FAMILY: portal.plan
  }
  if (caller.kind !== 'app') return { SCOPE: caller.scopes, ...common }
  const { installation, app } = portal
  return {
    ID: 5,
    CODE: app.code,
    VERSION: installation.version,
    STATUS: app.status,
    INSTALLED: installation.isFinished,
    PAYMENT_EXPIRED: 'N',
    DAYS: null,
    ...common
  }
}

function licenseOf(plan: string): string {
  return { enterprise: 'ent250', professional: 'pro100', standard: 'std', basic: 'basic' }[plan] ?? 'project'
}

function userOptions({ portal, caller }: Call): Params {
  return portal.installation.userOptionsOf(caller.user.id)
}

function readOption(options: Params, params: Params): unknown {
  const name = asText(param(params, 'option'))
  return name === '' ? phpMap(options) : (options[name] ?? null)
}

function readOptions(params: Params): Params {
  const options = param(params, 'options')
  if (!isMap(options) || Object.keys(options).length === 0)
    throw new RestError('ArgumentNullException', 'options is empty')
  return asMap(options)
}

function setAppOption({ portal, caller, params }: Call): boolean {
  if (!caller.user.isAdmin) throw new RestError('AccessException', 'Administrator authorization required')
  Object.assign(portal.installation.appOptions, readOptions(params))
  return true
}

function listScopes({ caller, params }: Call): string[] {
  if (param(params, 'full') === undefined) return caller.scopes
  const all = Object.values(methods).flatMap((method) => [method.scope ?? []].flat())
  return [...new Set(all)].sort()
}

function describeMethod({ portal, caller, params }: Call): Params {
  const name = asText(param(params, 'name'))
  const method = portal.missingMethods.has(name) ? undefined : methods[name]
  const scopes = [method?.scope ?? []].flat()
  const isExisting = method !== undefined || name === 'batch'
  return {
    isExisting,
    isAvailable: isExisting && (scopes.length === 0 || scopes.some((scope) => caller.scopes.includes(scope)))
  }
}
