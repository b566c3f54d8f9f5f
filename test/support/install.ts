import type { EmulatedBitrix24, EmulatedPortal, PortalOptions } from '../portal/bitrix24.ts'
import { ApiClient } from './api-client.ts'
import type { TestClock } from './clock.ts'
import { aPartner } from './factories.ts'
import type { StaffTool } from './staff.ts'

export interface Tenant {
  portal: EmulatedPortal
  partnerCode: string
  admin: ApiClient
  agent: ApiClient
}

/** Where the app runs, in this process or in others. */
interface Where {
  bitrix24: EmulatedBitrix24
  staff: StaffTool
  clock: TestClock
  origin: string
}

/** A partner with a portal in which an admin has gone through the wizard. */
export async function installPartner(
  where: Where,
  partner: Record<string, unknown> = {},
  portalOptions: Partial<PortalOptions> = {}
): Promise<Tenant> {
  const portal = await where.bitrix24.addPortal({
    name: typeof partner.name === 'string' ? partner.name : 'Portal',
    limits: false,
    ...portalOptions
  })
  const data = aPartner({ portals: [portal.memberId], ...partner })
  await where.staff.upsertPartner(data, where.clock.now())
  return installIn(where.origin, portal, String(data.code))
}

export async function installIn(origin: string, portal: EmulatedPortal, partnerCode: string): Promise<Tenant> {
  const opened = await portal.openInstaller(1)
  if (opened.status !== 200) throw new Error(`the installer answered ${opened.status}: ${opened.html}`)
  const wizard = await ApiClient.open(origin, portal, 1)
  await wizard.post('/api/installation/finish').then((answer) => answer.expect(200))
  await portal.completeInstallation()
  const admin = await ApiClient.open(origin, portal, 1)
  return { portal, partnerCode, admin, agent: await ApiClient.open(origin, portal, 2) }
}
