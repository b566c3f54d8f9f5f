import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Db } from '../../server/db/database.ts'
import type { JobTable, PortalEventTable } from '../../server/db/tables/message.ts'
import type { PartnerTable } from '../../server/db/tables/partner.ts'
import type { PortalTable } from '../../server/db/tables/portal.ts'
import type { RequestTable } from '../../server/db/tables/request.ts'
import type { RequestRow } from '../../server/requests/repository.ts'
import type { ReservationTable } from '../../server/db/tables/reservation.ts'

/** The instant at which rows of tests come into being, and instants around it. */
export const NOW = '2030-06-01T12:00:00.000Z'
export const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
export const daysAgo = (days: number): string => at(-days * 24 * 60)

const short = () => randomUUID().slice(0, 8)

export function portalRow(more: Partial<PortalTable> = {}): PortalTable {
  const memberId = more.memberId ?? `member-${short()}`
  const domain = `${memberId}.bitrix24.example`
  return {
    ...{ memberId, domain, clientEndpoint: `https://${domain}/rest/`, authServer: 'https://oauth.example' },
    ...{ applicationTokenHash: null, status: 'installed', trouble: null, partnerCode: null, linkedBy: null },
    ...{ licence: null, lang: 'en', crmMode: 'classic', steps: '[]', installedAt: NOW, uninstalledAt: null },
    ...{ bucketLevel: 0, bucketAt: NOW, nextSweepAt: null, heldUntil: null, createdAt: NOW, updatedAt: NOW, ...more }
  }
}

export function partnerRow(more: Partial<PartnerTable> = {}): PartnerTable {
  const code = more.code ?? `partner-${short()}`
  return {
    ...{ code, name: code, status: 'silver', homeCountry: 'DE', isApproved: 1, certifiedAt: daysAgo(300) },
    ...{ certifiedUsers: '[]', email: null, domains: '[]', timeZone: null, activationCodeHash: null },
    ...{ suspendedUntil: null, suspensionReason: null, terminatedAt: null, pushedAt: daysAgo(300) },
    ...{ staffSuspendedUntil: null, staffSuspensionReason: null },
    ...{ createdAt: daysAgo(300), updatedAt: daysAgo(300), ...more }
  }
}

/** Columns that may be empty are left to the store. */
export function requestRow(more: Partial<RequestRow> = {}): Insertable<RequestTable> & { id: string } {
  const id = more.id ?? randomUUID()
  return {
    ...{
      id,
      externalId: id,
      state: 'open',
      services: '["training"]',
      serviceBits: 256,
      summary: 'CRM',
      description: ''
    },
    ...{ country: 'DE', subdivision: null, city: null, languages: '["de"]', clientRole: null, companySize: null },
    ...{ industry: null, users: null, budgetAmount: null, budgetCurrency: null, budgetEur: 0, timeframe: null },
    ...{ edition: null, source: null, valueClass: 'standard', searchText: 'crm', maxPartners: 5, freeSlots: 5 },
    ...{ heldReasons: '[]', duplicateOf: null, mergedInto: null, wantedExpiresAt: null, hasConsent: 1 },
    ...{ consentVersion: null, consentAt: null, receivedAt: NOW, releasedAt: NOW, expiresAt: at(30 * 24 * 60) },
    ...{ closedAt: null, pushedAt: NOW, createdAt: NOW, updatedAt: NOW, ...more }
  }
}

/** Needs its request and partner. */
export function reservationRow(
  more: Pick<ReservationTable, 'requestId' | 'partnerCode'> & Partial<ReservationTable>
): ReservationTable {
  return {
    ...{ id: randomUUID(), memberId: 'member', slot: 1, userId: 1, userName: 'Ada', reservedAt: NOW },
    ...{ outcome: 'open', closedAt: null, voidReason: null, review: null, reviewAt: null, expected: null },
    ...{ reservers: null, country: 'DE', valueClass: 'standard', progressAt: NOW, deletedAt: null },
    ...{ crmEntityTypeId: null, crmEntityId: null, crmStageId: null, crmStageName: null, crmSemantic: null, ...more }
  }
}

export function jobRow(more: Partial<JobTable> = {}): JobTable {
  return {
    ...{ id: randomUUID(), kind: 'rating.recalculate', payload: '{"partnerCode":"p"}', queue: null, dedupeKey: null },
    ...{ dueAt: NOW, attempts: 0, lockedBy: null, lockedUntil: null, lastError: null, createdAt: NOW, ...more }
  }
}

export const eventRow = (more: Partial<PortalEventTable> = {}): PortalEventTable => ({
  ...{ id: randomUUID(), memberId: 'member', event: 'ONCRMDEALUPDATE', data: '{}', ts: 1_906_545_600 },
  ...{ receivedAt: NOW, handledAt: null, ...more }
})

/** Puts rows into the store and answers them. */
export const insert = {
  async portal(db: Db, more: Partial<PortalTable> = {}): Promise<PortalTable> {
    const row = portalRow(more)
    await db.insertInto('portal').values(row).execute()
    return row
  },
  async partner(db: Db, more: Partial<PartnerTable> = {}): Promise<PartnerTable> {
    const row = partnerRow(more)
    await db.insertInto('partner').values(row).execute()
    return row
  },
  async request(db: Db, more: Partial<RequestRow> = {}): Promise<RequestRow> {
    return db.insertInto('request').values(requestRow(more)).returningAll().executeTakeFirstOrThrow()
  },
  async reservation(db: Db, more: Parameters<typeof reservationRow>[0]): Promise<ReservationTable> {
    const row = reservationRow(more)
    await db.insertInto('reservation').values(row).execute()
    return row
  },
  async job(db: Db, more: Partial<JobTable> = {}): Promise<JobTable> {
    const row = jobRow(more)
    await db.insertInto('job').values(row).execute()
    return row
  }
}
