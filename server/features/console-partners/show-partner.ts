import type { StaffPartnerDetail } from '../../../shared/contract/console-partners.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { readLimits } from '../../partners/limits.ts'
import { findPartner, findRating, listExtraLocations, type Partner } from '../../partners/repository.ts'
import { presentInstallation, presentPartner } from './present.ts'
import {
  countReservations,
  listInstallations,
  listRegisteredPortals,
  readMail,
  type InstallationRow
} from './repository.ts'

/** A partner as staff need it to answer why something does not work for it. */
export async function showPartner(ctx: AppContext, code: string): Promise<StaffPartnerDetail> {
  const partner = await findPartner(ctx.db, code)
  if (!partner) throw new AppError('not_found')
  const now = ctx.clock.now()
  const record = (await findRating(ctx.db, code)) ?? null
  const level = record?.level ?? 1
  const installations = await listInstallations(ctx.db, code)
  const { daily, inWork } = await readLimits(ctx.db, code, level, ctx.policy, now)
  const row = { ...partner, level, rating: record?.rating ?? null, ...countsOf(installations) }
  return {
    ...presentPartner(row, now),
    email: partner.email,
    domains: JSON.parse(partner.domains) as string[],
    timeZone: partner.timeZone,
    certifiedUsers: JSON.parse(partner.certifiedUsers) as StaffPartnerDetail['certifiedUsers'],
    locations: [partner.homeCountry, ...(await listExtraLocations(ctx.db, code))],
    limits: { daily, inWork },
    record,
    reservations: await countReservations(ctx.db, code),
    installations: installations.map((one) => presentInstallation(one, now)),
    mail: { enabled: ctx.config.mail !== null, ...(await readMail(ctx.db, partner)) },
    missingPortals: await missingPortals(ctx, partner, installations)
  }
}

function countsOf(installations: InstallationRow[]) {
  const installed = installations.filter(({ status }) => status === 'installed')
  const troubled = installed.filter(({ trouble }) => trouble !== null)
  return { portals: installations.length, installed: installed.length, troubled: troubled.length }
}

async function missingPortals(ctx: AppContext, { code }: Partner, installations: InstallationRow[]): Promise<string[]> {
  const known = new Set(installations.flatMap(({ memberId, domain }) => [memberId.toLowerCase(), domain.toLowerCase()]))
  return (await listRegisteredPortals(ctx.db, code)).filter((name) => !known.has(name))
}
