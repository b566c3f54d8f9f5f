import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Outcome, refuse } from './dispatcher.ts'
import { type RestError, systemErrors } from './errors.ts'
import type { FaultKind } from './faults.ts'

const REFUSALS: Partial<Record<FaultKind, () => RestError>> = {
  internal500: systemErrors.internal,
  queryLimit503: systemErrors.queryLimit,
  overload503: systemErrors.overload,
  operation429: systemErrors.operationLimit,
  expiredToken: systemErrors.expiredToken,
  invalidToken: systemErrors.invalidToken,
  accessDenied: systemErrors.accessDenied,
  paymentRequired: systemErrors.paymentRequired,
  portalDeleted: systemErrors.portalDeleted
}

export function refusalOf(kind: FaultKind): Outcome | undefined {
  const make = REFUSALS[kind]
  return make ? refuse(make()) : undefined
}

export function isAfterWrite(kind: FaultKind): boolean {
  return kind === 'timeoutAfterWrite' || kind === 'resetAfter' || kind === 'error500After'
}

export function sendJson(response: ServerResponse, outcome: Outcome): void {
  if (response.destroyed) return
  const text = JSON.stringify(outcome.body)
  response.writeHead(outcome.status, { 'content-type': 'application/json; charset=utf-8' }).end(text)
}

export function sendHtml(response: ServerResponse, status: number, title: string): void {
  const page = `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>`
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** The client hears nothing until the portal cuts the line. */
export function hangUpLater(request: IncomingMessage, milliseconds: number): void {
  const timer = setTimeout(() => request.socket.destroy(), milliseconds)
  timer.unref()
  request.socket.once('close', () => clearTimeout(timer))
}
