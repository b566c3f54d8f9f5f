import type { DemoWorld } from './demo-world.ts'
import type { StaffDesk } from './staff-desk.ts'

export interface Progress {
  pushed: boolean
  reserved: boolean
  closed: boolean
  installed: boolean
}

const LEAD = 1
const DEAL = 2

/** Which steps of the path the visitor has gone, told by the portals themselves. */
export function watchProgress(world: DemoWorld, desk: StaffDesk): () => Progress {
  const items = () => world.tenants.flatMap(({ emulated }) => [LEAD, DEAL].flatMap((type) => emulated.crm.list(type)))
  const delivered = () => items().filter((item) => item.originId).length
  const won = () => items().filter((item) => item.entityTypeId === DEAL && item.stageSemanticId === 'S').length
  const before = { delivered: delivered(), won: won() }
  return () => ({
    pushed: desk.pushed > 0,
    reserved: delivered() > before.delivered,
    closed: won() > before.won,
    installed: world.tenants.every(({ emulated }) => emulated.installation.isFinished)
  })
}
