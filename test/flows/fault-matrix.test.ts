import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PortalClients } from '../../server/bitrix24/portal-client.ts'
import { CALLS, type DeliveryCall } from '../faults/calls.ts'
import { Cell } from '../faults/cell.ts'
import { FAULTS } from '../faults/faults.ts'
import { freeze } from '../faults/frozen-clock.ts'
import { writeReport } from '../faults/report.ts'
import type { CrmMode } from '../portal/bitrix24.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'

const POLICY = {
  unlockMinutes: { standard: [0, 0, 0, 0], plus: [0, 0, 0, 0], premium: [0, 0, 0, 0] },
  levels: [null, 0.75, 0.92, 1.08].map((low) => ({ low, daily: 1000, inWork: 1000 }))
}
const IMPATIENT_MS = 3_000
const MODES: CrmMode[] = ['classic', 'simple']
const rounds = MODES.flatMap((mode) => CALLS[mode].map((call) => [mode, call.name, call] as const))

describe('every call of a delivery × every fault', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const tenants = new Map<string, Tenant>()
  const done: Record<CrmMode, Cell[]> = { classic: [], simple: [] }
  let world: TestWorld

  beforeAll(async () => {
    const file = join(folder, 'policy.json')
    writeFileSync(file, JSON.stringify(POLICY))
    world = await TestWorld.start({ POLICY_FILE: file })
    freeze(world)
    const { ctx } = world.app
    ctx.portals = new PortalClients({ ...ctx, isLoopback: true, restTimeoutMs: IMPATIENT_MS })
    await Promise.all(FAULTS.map(async ({ name }) => tenants.set(name, await tenantFor(name))))
    world.clock.advance({ minutes: 6 })
  })
  afterAll(async () => {
    await world.stop()
    rmSync(folder, { recursive: true })
  })

  /** One portal a fault, so that all faults can strike at once. */
  async function tenantFor(fault: string): Promise<Tenant> {
    const tenant = await world.addPartner()
    if (fault.includes('another administrator')) {
      tenant.portal.user(3).isAdmin = true
      await tenant.portal.openApp(3)
    }
    return tenant
  }

  it.each(rounds)('%s CRM, %s: one item of each kind, whatever happens', async (mode, _name, call) => {
    const cells = cellsOf(call)
    done[mode].push(...cells)
    for (const { tenant } of cells) tenant.portal.setCrmMode(mode)
    await Promise.all(cells.map((cell) => cell.reserve()))
    if (call.after) world.clock.advance({ seconds: 62 })
    await Promise.all(cells.map((cell) => cell.look()))
    world.clock.advance({ seconds: 40 })
    await Promise.all(cells.map((cell) => cell.sendAgainTooEarly()))
    await Promise.all(cells.map((cell) => cell.mend()))
    world.clock.advance({ seconds: 62 })
    await Promise.all(cells.map((cell) => cell.finish()))
    world.clock.advance({ minutes: 6 })
  })

  function cellsOf(call: DeliveryCall): Cell[] {
    const fitting = FAULTS.filter(({ on }) => on === undefined || on.includes(call.kind))
    return fitting.map((fault) => new Cell(world, tenants.get(fault.name)!, fault, call))
  }

  it('is written down', async () => {
    for (const cell of Object.values(done).flat()) expect(cell.isFinished, cell.name).toBe(true)
    await writeReport(done)
    recordFigure('R11', `${Object.values(done).flat().length} faults × calls, one CRM item of each kind in all`)
  })
})
