import { entityType } from './crm/entity-types.ts'
import { eventAuth } from './events/event-sender.ts'
import type { Params } from './php.ts'
import type { EmulatedPortal } from './portal.ts'
import { randomHex } from './secrets.ts'

/** `["crm", "CCrmDocumentDeal", "DEAL_4325"]` */
function documentId(entityTypeId: number, id: number): [string, string, string] {
  const { code, title } = entityType(entityTypeId)
  return ['crm', `CCrmDocument${title}`, `${code}_${id}`]
}

/** The robot "Outgoing webhook": no secret, no tokens, no event name; fields travel in the query of the URL. */
export function sendRobotWebhook(portal: EmulatedPortal, url: string, entityTypeId: number, id: number): void {
  const auth = {
    domain: portal.domain,
    client_endpoint: portal.endpoint,
    server_endpoint: portal.world.authServer.endpoint,
    member_id: portal.memberId
  }
  const body = { document_id: documentId(entityTypeId, id), auth }
  portal.events.add({ event: 'ROBOT_WEBHOOK', url, body })
}

/** A robot that the application brought; it waits for `bizproc.event.send` while USE_SUBSCRIPTION is Y. */
export function runRobot(
  portal: EmulatedPortal,
  code: string,
  entityTypeId: number,
  id: number,
  properties: Params = {}
): string {
  const robot = portal.robots.get(code)
  if (!robot) throw new Error(`no robot ${code}`)
  const eventToken = `${randomHex()}|${code}`
  portal.robotRuns.push({ code, eventToken, answered: false, returnValues: {}, logMessage: '' })
  const document = documentId(entityTypeId, id)
  const token = portal.issueRecord(portal.installation.installedBy, true)
  const body = {
    workflow_id: randomHex(),
    code,
    document_id: document,
    document_type: ['crm', document[1], entityType(entityTypeId).code],
    event_token: eventToken,
    properties,
    use_subscription: robot.useSubscription,
    timeout_duration: '0',
    ts: String(Math.floor(portal.now() / 1000)),
    auth: eventAuth(portal, token, true)
  }
  portal.events.add({ event: 'ROBOT', url: robot.handler, body })
  return eventToken
}
