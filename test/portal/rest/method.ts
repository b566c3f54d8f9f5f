import type { Params } from '../php.ts'
import type { EmulatedPortal } from '../portal.ts'
import type { PortalUser } from '../users.ts'

export interface Caller {
  user: PortalUser
  kind: 'app' | 'webhook'
  /** what the application's card or the webhook grants */
  scopes: string[]
  accessToken: string
}

export interface Call {
  portal: EmulatedPortal
  caller: Caller
  method: string
  params: Params
}

/** Lists carry `total` and, while a page follows, `next` beside the result. */
export class Page {
  readonly result: unknown
  readonly total: number
  readonly next: number | undefined

  constructor(result: unknown, total: number, next?: number) {
    this.result = result
    this.total = total
    this.next = next
  }
}

export interface Method {
  /** any of these scopes opens the method; none: it belongs to `basic` */
  scope?: string | string[]
  appOnly?: boolean
  /** seconds that one call adds to the operating budget */
  cost?: number
  run(call: Call): unknown
}

export type MethodTable = Record<string, Method>
