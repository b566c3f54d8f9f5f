import type { StaffPartner, StaffPartnerDetail } from '../../../shared/contract/console-partners.ts'
import { ineligibility, suspensionsOf } from '../../partners/eligibility.ts'
import { pauseOf, settingsOf } from '../../portals/settings.ts'
import type { InstallationRow, PartnerRow } from './repository.ts'

export function presentPartner(row: PartnerRow, now: Date): StaffPartner {
  const reasons = ineligibility(row, now)
  return {
    code: row.code,
    name: row.name,
    status: row.status,
    homeCountry: row.homeCountry,
    approved: row.isApproved === 1,
    certifiedAt: row.certifiedAt,
    eligible: reasons.length === 0,
    reasons,
    suspensions: suspensionsOf(row, now),
    terminatedAt: row.terminatedAt,
    level: row.level ?? 1,
    rating: row.rating,
    portals: { installed: row.installed, troubled: row.troubled, total: row.portals },
    updatedAt: row.updatedAt
  }
}

export function presentInstallation(row: InstallationRow, now: Date): StaffPartnerDetail['installations'][number] {
  const { memberId, domain, status, trouble, linkedBy, crmMode, licence, lang, installedAt, uninstalledAt } = row
  const { waiting, refused, parked } = row
  return {
    ...{ memberId, domain, status, trouble, linkedBy, crmMode, licence, lang, installedAt, uninstalledAt },
    pausedUntil: pauseOf(settingsOf(row.document), now),
    deliveries: { waiting, refused, parked }
  }
}
