import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
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

  async function command(name: string, words: string[], env: Record<string, string> = {}) {
    const file = join(import.meta.dirname, `../../server/commands/${name}.ts`)
    const options = { env: { ...process.env, ...world.env, ...env } }
    const done = await run(process.execPath, ['--import', 'tsx', file, ...words], options).catch(
      (error: { stdout: string; stderr: string; code: number }) => error
    )
    return { code: 'code' in done ? done.code : 0, said: done.stdout + done.stderr }
  }

  it('gets a sound copy from which the app starts with everything', async () => {
    const copy = join(folder, 'copy.sqlite')
    expect((await command('backup', [copy])).said).toContain('sound')
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

  it('never fills a store that is in use, and makes none where one is missing', async () => {
    const used = `file:${join(folder, 'target.sqlite')}`
    const refused = await command('copy-store', [used])
    expect(refused).toEqual({ code: 2, said: 'The store to fill is not empty: nothing was copied.\n' })
    const missing = join(folder, 'nowhere.sqlite')
    for (const [name, words] of [
      ['copy-store', [used]],
      ['backup', [join(folder, 'other.sqlite')]],
      ['check-audit', []]
    ] as [string, string[]][]) {
      const { code, said } = await command(name, words, { DATABASE_URL: `file:${missing}` })
      expect([code, said]).toEqual([2, `There is no store at ${missing}: check DATABASE_URL.\n`])
    }
    expect(existsSync(missing)).toBe(false)
  }, 60_000)

  it('is told in a sentence that the database or the secret is wrong', async () => {
    const gone = await command('copy-store', ['postgres://user:word@127.0.0.1:1/none'])
    expect(gone.said).toMatch(/^The database can't be reached: connect ECONNREFUSED .*\n$/)
    const other = Buffer.alloc(32, 7).toString('base64')
    const wrong = await command('rotate-keys', [], { APP_SECRET: other, APP_SECRET_PREVIOUS: '' })
    expect(wrong.said).toMatch(/^The store was sealed with another secret: .*\n$/)
  }, 60_000)
})
