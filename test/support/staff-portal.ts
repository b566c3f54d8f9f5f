import type { Env } from '../../server/config/env.ts'
import type { Log } from '../../server/log.ts'
import { ApiClient } from './api-client.ts'
import { TestWorld } from './app.ts'

const STAFF_MEMBER_ID = '5ta0ff0000000000000000000000beef'

/** A world in which staff have a portal of their own, and one of them has the console open. */
export async function startWithStaff(env: Env = {}, log?: Log): Promise<{ world: TestWorld; staff: ApiClient }> {
  const world = await TestWorld.start({ STAFF_PORTALS: STAFF_MEMBER_ID, ...env }, log)
  const portal = await world.bitrix24.addPortal({ name: 'Bitrix24 staff', memberId: STAFF_MEMBER_ID, limits: false })
  const opened = await portal.openInstaller(1)
  if (opened.status !== 200) throw new Error(`the installer answered ${opened.status}`)
  const admin = await ApiClient.open(world.origin, portal, 1)
  await admin.post('/api/installation/finish').then((answer) => answer.expect(200))
  await portal.completeInstallation()
  return { world, staff: await ApiClient.open(world.origin, portal, 2) }
}
