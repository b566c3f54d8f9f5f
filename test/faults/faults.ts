import type { EmulatedPortal } from '../portal/bitrix24.ts'
import type { FaultKind } from '../portal/rest/faults.ts'
import { asRequest, strike, type DeliveryCall } from './calls.ts'

/** What the app shows: at once after the fault, before anybody does anything. */
export type Shown = 'delivered' | 'retrying' | 'refused' | 'parked'

/** A cell's own hold on the portal while the fault is in it. */
export interface Struck {
  portal: EmulatedPortal
  call: DeliveryCall
  /** What the portal may still carry out although nobody hears of it. */
  late: Array<() => Promise<void>>
}

export interface Fault {
  name: string
  /** Calls that it can strike; all when left out. */
  on?: DeliveryCall['kind'][]
  arm: (struck: Struck) => void
  shown: (call: DeliveryCall) => Shown
  /** The words that the app shows, for calls that create and for the others. */
  words?: RegExp
  /** What a person has to do; afterwards "send again" or opening the app helps. */
  mend?: (struck: Struck) => void
  /** Healed by an administrator who opens the app, without "send again". */
  isHealedByOpening?: true
}

const always = (shown: Shown) => (): Shown => shown

/** A refused task does not hold up the delivery: the history tells. */
const refusedUnlessTask = ({ kind }: DeliveryCall): Shown => (/task/i.test(kind) ? 'delivered' : 'refused')

const once = (kind: FaultKind): Fault['arm'] => {
  return ({ portal, call }) => portal.faults.once(strike(call, { kind, ...(kind.startsWith('timeout') ? LONG : {}) }))
}
/** Longer than the app waits. */
const LONG = { delayMs: 20_000 }

const passing = (name: string, kind: FaultKind, words: RegExp): Fault => ({
  ...{ name, arm: once(kind), shown: always('retrying'), words }
})
const gone = (name: string, kind: FaultKind, words: RegExp): Fault => ({
  ...{ name, arm: once(kind), shown: always('parked'), words, isHealedByOpening: true }
})

const ELSEWHERE = 'http://127.0.0.1:9/rest/'
const UNKNOWN = /did not say whether|did not answer|no JSON|redirects|Internal|HTTP_50\d/i

/** The user of the very token that the call carries. */
const userOf = (portal: EmulatedPortal, params: Record<string, unknown>): number =>
  portal.world.tokens.find(String(params.auth))!.userId

/** Whoever acts at that instant stops being able to: the portal then answers as it does to such a user. */
const strikeUser = ({ portal, call }: Struck, act: (userId: number) => void): void =>
  portal.faults.once(strike(asRequest(call), { kind: 'slow' }, (params) => act(userOf(portal, params))))

const rehire: Fault['mend'] = ({ portal }) => portal.users.forEach((user) => (user.active = true))
const MANDATORY = 'UF_CRM_HOUSE_RULE'

export const FAULTS: Fault[] = [
  passing('time-out before the write', 'timeoutBeforeWrite', UNKNOWN),
  passing('time-out after the write', 'timeoutAfterWrite', UNKNOWN),
  passing('reset before the write', 'resetBefore', UNKNOWN),
  passing('reset after the write', 'resetAfter', UNKNOWN),
  passing('500 before the write', 'error500Before', UNKNOWN),
  passing('500 after the write', 'error500After', UNKNOWN),
  passing('500 `INTERNAL_SERVER_ERROR`', 'internal500', UNKNOWN),
  {
    name: 'lost, applied 50 s later',
    on: ['add', 'task', 'trigger'],
    arm: ({ portal, call, late }) => {
      portal.faults.once(
        strike(call, { kind: 'resetBefore' }, (params) => {
          late.push(async () => {
            const body = JSON.stringify(params)
            const headers = { 'content-type': 'application/json' }
            await fetch(portal.endpoint + call.method, { method: 'POST', headers, body })
          })
        })
      )
    },
    shown: always('retrying'),
    words: UNKNOWN
  },
  passing('503 without words (HTML)', 'plain503', UNKNOWN),
  passing('200 with HTML', 'html200', UNKNOWN),
  {
    ...passing('302 to another host', 'redirect302', UNKNOWN),
    arm: ({ portal, call }) => portal.faults.once(strike(call, { kind: 'redirect302', location: ELSEWHERE }))
  },
  {
    ...passing('entry missing in the batch', 'missingBatchEntry', /no result for a command/),
    on: ['settings', 'notice']
  },
  passing('503 `QUERY_LIMIT_EXCEEDED`', 'queryLimit503', /Too many requests/),
  passing('429 `OPERATION_TIME_LIMIT`', 'operation429', /operation time limit/),
  { name: 'expired token', arm: once('expiredToken'), shown: always('delivered') },
  { name: 'token unknown to the portal', arm: once('invalidToken'), shown: always('delivered') },
  {
    name: 'token revoked for good',
    arm: (struck) =>
      strikeUser(struck, (userId) => struck.portal.world.tokens.revokeUser(struck.portal.memberId, userId)),
    shown: always('parked'),
    words: /No administrator’s access/,
    isHealedByOpening: true
  },
  {
    name: 'dismissed user, another administrator left',
    arm: (struck) => strikeUser(struck, (userId) => struck.portal.dismiss(userId)),
    shown: always('delivered'),
    mend: rehire
  },
  {
    name: 'dismissed user, no administrator left',
    arm: (struck) => strikeUser(struck, (userId) => struck.portal.dismiss(userId)),
    shown: always('parked'),
    words: /No administrator’s access/,
    mend: rehire,
    isHealedByOpening: true
  },
  {
    name: 'mandatory field of the tenant',
    on: ['add'],
    arm: ({ portal, call }) => portal.requireField(call.entityTypeId!, MANDATORY, 'House rule'),
    shown: always('refused'),
    words: /The field "House rule" is required/,
    mend: ({ portal, call }) => {
      portal.crm.userFields.find(call.entityTypeId!, MANDATORY)!.mandatory = false
    }
  },
  { name: '`ACCESS_DENIED`', arm: once('accessDenied'), shown: refusedUnlessTask, words: /Access denied/ },
  gone('`PAYMENT_REQUIRED`', 'paymentRequired', /Subscription has been ended/),
  gone('`PORTAL_DELETED`', 'portalDeleted', /Portal was deleted/),
  gone('`OVERLOAD_LIMIT`', 'overload503', /blocked due to overload/)
]
