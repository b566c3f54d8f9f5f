import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyStore } from '../../server/db/copy-store.ts'
import { openDatabase } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

const run = promisify(execFile)

describe('the operator of a running store', () => {
  let world: TestWorld
  let tenant: Tenant
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'requests-store-'))
    world = await TestWorld.start({ DATABASE_URL: `file:${join(folder, 'app.sqlite')}` })
    tenant = await world.addPartner({ homeCountry: 'DE' })
    const pushed = await world.staff.push(aRequest())
    world.clock.advance({ minutes: 61 })
    await tenant.agent.reserve(String(pushed.body.id)).then((answer) => answer.expect(201))
    await eventually('the lead', () => tenant.portal.crm.list(1).length === 1)
  })
  afterAll(async () => {
    await world.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('gets a sound copy from which the app starts with everything', async () => {
    const copy = join(folder, 'copy.sqlite')
    const backup = join(import.meta.dirname, '../../server/commands/backup.ts')
    const { stdout } = await run(process.execPath, ['--import', 'tsx', backup, copy], {
      env: { ...process.env, ...world.env }
    })
    expect(stdout).toContain('sound')
    const restored = openDatabase({ engine: 'sqlite', file: copy })
    await migrate(restored)
    expect(await restored.selectFrom('reservation').selectAll().execute()).toHaveLength(1)
    const record = await world.app.ctx.vault.list(
      restored,
      (await restored.selectFrom('request').select('id').execute()).map((request) => request.id)
    )
    expect(record.size).toBe(1)
    await restored.destroy()
  })

  it('copies it into another store, table by table, and sees that nothing is missing', async () => {
    const target = openDatabase({ engine: 'sqlite', file: join(folder, 'target.sqlite') })
    await migrate(target)
    const counts = await copyStore(world.app.ctx.db, target)
    expect(counts.filter(({ rows, copied }) => rows !== copied)).toEqual([])
    expect(counts.find(({ table }) => table === 'reservation')).toMatchObject({ rows: 1, copied: 1 })
    await target.destroy()
  })
})
