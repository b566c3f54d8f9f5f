import SqliteFile from 'better-sqlite3'
import type { Promised } from './load.ts'

export interface Findings {
  /** The file can't be read, or not all of it. */
  corrupt: string[]
  /** Promised and not there. */
  lost: string[]
  /** There in part. */
  half: string[]
}

const OWN_OF_REQUEST = `exists (select 1 from %s own where own."requestId" = request.id)`
const OWN_OF_RESERVATION = `exists (select 1 from %s own where own."reservationId" = reservation.id)`
const own = (clause: string, table: string): string => clause.replace('%s', table)

/** Each answers the ids of what is only half there: everything here is written by one transaction. */
const HALVES: Record<string, string> = {
  'a request without its contact': `select id from request where not ${own(OWN_OF_REQUEST, 'request_contact')}`,
  'a request without its marks': `select id from request where not ${own(OWN_OF_REQUEST, 'request_fingerprint')}`,
  'a request without its news': `select id from request where not exists
    (select 1 from change where change."subjectId" = request.id and change.kind = 'request.new')`,
  'a request without its message': `select id from request where id not in
    (select json_extract(answer, '$.id') from webhook_message where route = '/webhooks/requests')`,
  'a message without its request': `select id from webhook_message where route = '/webhooks/requests'
    and json_extract(answer, '$.id') not in (select id from request)`,
  'slots and reservations that differ': `select id from request where "maxPartners" - "freeSlots" <>
    (select count(*) from reservation where reservation."requestId" = request.id)`,
  'a reservation without its delivery': `select id from reservation where not ${own(OWN_OF_RESERVATION, 'delivery')}`,
  'a reservation without its history': `select id from reservation where not ${own(OWN_OF_RESERVATION, 'reservation_event')}`,
  'a reservation without its audit entry': `select id from reservation where not exists (select 1 from audit_entry
    where kind = 'contact.revealed' and reason = 'reservation ' || reservation.id)`,
  'a delivery that nothing will send': `select "reservationId" as id from delivery where state in ('pending', 'retrying')
    and not exists (select 1 from job where kind = 'delivery.send'
      and json_extract(payload, '$.reservationId') = delivery."reservationId")`,
  'a delivered lead that nothing follows': `select "reservationId" as id from delivery where state = 'delivered'
    and not exists (select 1 from crm_item where crm_item."reservationId" = delivery."reservationId")`,
  'an audit chain with a gap': `select seq as id from audit_head
    where seq <> (select count(*) from audit_entry) or seq <> (select coalesce(max(seq), 0) from audit_entry)`
}

/** Opens what a cut has left and compares it with what was promised before it. */
export function checkStore(file: string, promised: Promised[]): Findings {
  const findings: Findings = { corrupt: [], lost: [], half: [] }
  let store: SqliteFile.Database | undefined
  try {
    store = new SqliteFile(file)
    const integrity = store.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') findings.corrupt.push(String(integrity))
    if ((store.pragma('foreign_key_check') as unknown[]).length > 0) findings.half.push('rows without their parents')
    if (hasAllTables(store)) look(store, promised, findings)
    else if (promised.length > 0) findings.lost.push('all')
  } catch (error) {
    findings.corrupt.push(String(error))
  } finally {
    store?.close()
  }
  return findings
}

/** Cuts in the first second find a store that has yet to be made. */
function hasAllTables(store: SqliteFile.Database): boolean {
  const names = store.prepare('select name from sqlite_master').pluck().all()
  return ['request', 'webhook_message', 'reservation', 'audit_head', 'crm_item'].every((name) => names.includes(name))
}

function look(store: SqliteFile.Database, promised: Promised[], { lost, half }: Findings): void {
  const rows = (sql: string): any[] => store.prepare(sql).all()
  const messages = new Set(rows('select id from webhook_message').map(({ id }) => id as string))
  const requests = new Map(rows('select id, "externalId", users from request').map((row) => [row.externalId, row]))
  const reservations = new Map(rows('select id, "requestId" from reservation').map((row) => [row.id, row.requestId]))
  for (const one of promised)
    if (one.kind === 'reservation') {
      if (reservations.get(one.reservationId) !== one.requestId) lost.push(`reservation ${one.reservationId}`)
    } else {
      const request = requests.get(one.externalId)
      const isThere = messages.has(one.messageId) && request?.id === one.requestId && request.users >= one.revision
      if (!isThere) lost.push(`webhook ${one.messageId}`)
    }
  for (const [what, sql] of Object.entries(HALVES)) {
    const found = rows(sql)
    if (found.length > 0) half.push(`${what}: ${found.map(({ id }) => id).join()}`)
  }
}
