import type { Db } from '../../server/db/database.ts'
import { ApiClient } from '../support/api-client.ts'
import { eventually } from '../support/wait.ts'
import { CrmTruth } from './crm-people.ts'
import type { Load } from './load.ts'
import type { ProcessWorld } from './process-world.ts'

const MOST_SLOTS = 5
const LONGEST_QUIET_MS = 120_000
const LONGEST_DRAIN_MS = 1_200_000
/** Claims of the dead run out after 45 s, and after 61 s a lost call can no longer be applied. */
const CLAIM_S = 62

/** Moves the clock on until nothing waits to be delivered or looked at, sweeps included. */
export async function untilQuiet(world: ProcessWorld, db: Db): Promise<void> {
  const settle = async (): Promise<void> => {
    await world.bitrix24.settled()
    await untilNothingWaits(world, db)
  }
  await settle()
  // The sweep finds what was missed while nobody listened.
  world.clock.advance({ minutes: 16 })
  const opened = new Set<string>()
  await eventually(
    'sweeps of all portals',
    async () => {
      const due = await db
        .selectFrom('portal')
        .select(['memberId', 'status', 'trouble', 'heldUntil', 'nextSweepAt'])
        .where('nextSweepAt', '<=', world.clock.now().toISOString())
        .execute()
      if (due.length === 0) return true
      for (const { memberId, trouble } of due)
        if (trouble === 'no_token' && !opened.has(memberId)) {
          await openAsAdmin(world, memberId)
          opened.add(memberId)
        }
      throw new Error(`${world.clock.now().toISOString()} ${JSON.stringify(due)}`)
    },
    LONGEST_QUIET_MS
  )
  await settle()
}

/**
 * A kill between the auth server's answer and its storing takes the pair of tokens along, since the old one is dead by
 * then: the app waits for an admin to open it, and says so.
 */
async function openAsAdmin(world: ProcessWorld, memberId: string): Promise<void> {
  const { portal } = world.tenants.find((tenant) => tenant.portal.memberId === memberId)!
  await ApiClient.open(world.origin, portal, 1)
}

/** However much waits, it has to become less all the time. */
async function untilNothingWaits(world: ProcessWorld, db: Db): Promise<void> {
  let seen = ''
  let seenAt = Date.now()
  let fewest = { jobs: Infinity, at: Date.now() }
  const left = await eventually(
    'an empty outbox',
    async () => {
      const jobs = await db.selectFrom('job').selectAll().where('queue', 'is not', null).execute()
      if (jobs.length === 0) return 'nothing'
      const words = jobs.map((job) => `${job.kind} ${job.attempts} ${job.lockedBy} ${job.lastError}`).join('\n')
      if (jobs.length < fewest.jobs) fewest = { jobs: jobs.length, at: Date.now() }
      if (Date.now() - fewest.at > LONGEST_QUIET_MS) return words
      const now = world.clock.now().toISOString()
      const state = JSON.stringify(jobs.map((job) => [job.id, job.attempts, job.lockedBy, job.dueAt]))
      if (state !== seen) [seen, seenAt] = [state, Date.now()]
      const isStuck = Date.now() - seenAt > 1_500
      const isEarly = jobs.every((job) => job.lockedBy === null && job.dueAt > now)
      if (isStuck || isEarly) {
        world.clock.advance({ seconds: CLAIM_S })
        seenAt = Date.now()
      }
      throw new Error(words)
    },
    LONGEST_DRAIN_MS
  )
  if (left !== 'nothing') throw new Error(`the outbox no longer becomes emptier:\n${left}`)
}

/** What contradicts the promises, each as a sentence; empty when all are kept. */
export async function contradictions(world: ProcessWorld, load: Load, db: Db): Promise<string[]> {
  return [
    ...load.unexpected,
    ...(await webhookContradictions(load, db)),
    ...(await slotContradictions(load, db)),
    ...(await deliveryContradictions(world, load, db))
  ]
}

async function webhookContradictions(load: Load, db: Db): Promise<string[]> {
  const rows = await db.selectFrom('request').select(['id', 'externalId']).execute()
  const byExternalId = groupBy(rows, (row) => row.externalId)
  const found: string[] = []
  for (const [externalId, id] of load.accepted) {
    const stored = byExternalId.get(externalId) ?? []
    if (stored.length === 0) found.push(`webhook ${externalId} was accepted and is lost`)
    else if (stored[0]!.id !== id) found.push(`webhook ${externalId} was accepted as ${id} and is ${stored[0]!.id}`)
  }
  for (const [externalId, stored] of byExternalId) {
    if (stored.length > 1) found.push(`webhook ${externalId} is there ${stored.length} times`)
    if (!load.pushed.has(externalId)) found.push(`request ${externalId} was never pushed`)
  }
  const messages = await db
    .selectFrom('webhook_message')
    .select('id')
    .where('route', '=', '/webhooks/requests')
    .execute()
  if (messages.length !== rows.length) found.push(`${messages.length} messages made ${rows.length} requests`)
  return found
}

async function slotContradictions(load: Load, db: Db): Promise<string[]> {
  const requests = await db.selectFrom('request').select(['id', 'maxPartners', 'freeSlots', 'state']).execute()
  const reservations = await db.selectFrom('reservation').select(['id', 'requestId', 'slot', 'partnerCode']).execute()
  const byRequest = groupBy(reservations, (row) => row.requestId)
  const found: string[] = []
  for (const { id, maxPartners, freeSlots } of requests) {
    const taken = byRequest.get(id) ?? []
    if (taken.length > Math.min(MOST_SLOTS, maxPartners)) found.push(`request ${id} has ${taken.length} reservations`)
    if (freeSlots !== maxPartners - taken.length) found.push(`request ${id}: ${freeSlots} free, ${taken.length} taken`)
    if (new Set(taken.map((row) => row.slot)).size !== taken.length) found.push(`request ${id}: a slot is taken twice`)
    if (new Set(taken.map((row) => row.partnerCode)).size !== taken.length)
      found.push(`request ${id}: a partner has it twice`)
  }
  const known = new Map(reservations.map((row) => [row.id, row]))
  for (const [id, { requestId, tenant }] of load.reserved) {
    const row = known.get(id)
    if (!row) found.push(`reservation ${id} was promised and is lost`)
    else if (row.requestId !== requestId || row.partnerCode !== tenant.partnerCode)
      found.push(`reservation ${id} is not what was promised`)
  }
  return found
}

async function deliveryContradictions(world: ProcessWorld, load: Load, db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('reservation')
    .leftJoin('delivery', 'delivery.reservationId', 'reservation.id')
    .select(['reservation.id', 'reservation.memberId', 'outcome', 'delivery.state', 'delivery.error'])
    .execute()
  const truths = new Map(world.tenants.map(({ portal }) => [portal.memberId, new CrmTruth(portal)]))
  const found: string[] = []
  for (const { id, memberId, outcome, state, error } of rows) {
    const truth = truths.get(memberId)!
    const counts = truth.counts(id)
    if (Object.values(counts).some((count) => count !== 1))
      found.push(`reservation ${id} has in the CRM ${JSON.stringify(counts)}`)
    if (state !== 'delivered') found.push(`reservation ${id} is ${state}: ${error}`)
    if (outcome !== truth.outcome(id))
      found.push(`reservation ${id} is ${outcome}, in the CRM it is ${truth.outcome(id)}`)
  }
  if (rows.length < load.reserved.size) found.push(`${load.reserved.size} reservations promised, ${rows.length} stored`)
  return found
}

function groupBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
