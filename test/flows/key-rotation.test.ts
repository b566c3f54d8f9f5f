import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../server/config/config.ts'
import { createContext } from '../../server/context.ts'
import { openDatabase } from '../../server/db/database.ts'
import { burstWatchOf } from '../../server/features/intake/burst-watch.ts'
import { normalisePhone } from '../../server/features/intake/contact-checks.ts'
import { rotateKeys } from '../../server/features/key-rotation/rotate-keys.ts'
import { createLog } from '../../server/log.ts'
import { clientFingerprints } from '../../server/vault/fingerprints.ts'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { aPartner, aRequest } from '../support/factories.ts'
import { eventually } from '../support/wait.ts'

let world: TestWorld
let story: CrmStory

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'rotation-')), 'app.sqlite')
  world = await TestWorld.start({ DATABASE_URL: `file:${file}`, POLICY_FILE: policyFile(OPEN_POLICY) })
  story = await CrmStory.start(world)
})
afterAll(() => world.stop())

async function rotate() {
  const config = readConfig(world.env)
  const db = openDatabase(config.database)
  const ctx = createContext({ config, db, clock: world.clock, log: createLog('silent') })
  const report = await rotateKeys(ctx, (contact, country) =>
    clientFingerprints(ctx.keys, contact, contact.phone === undefined ? null : normalisePhone(contact.phone, country))
  )
  await db.destroy()
  return report
}

const findRequest = (externalId: string) =>
  world.app.ctx.db.selectFrom('request').selectAll().where('externalId', '=', externalId).executeTakeFirst()

const client = { name: 'Erika Wechsel', phone: '+49302312777', email: 'erika@wechsel.example' }

describe('a new APP_SECRET', () => {
  it('opens, recognises and sends on all that the old one kept, once the keys are rotated', async () => {
    const { id } = await story.reserved({ contact: client })
    const sale = {
      externalId: 'sale-1',
      partnerCode: story.partnerCode,
      proof: 'KEY-123',
      at: new Date().toISOString()
    }
    await world.staff.recordPurchase(sale, world.clock.now())
    await world.staff.post(
      '/webhooks/requests',
      { type: 'nonsense', secret: 'kept body' },
      'failed-1',
      world.clock.now()
    )
    await world.staff.upsertPartner(aPartner({ code: 'coded', activationCode: 'OPEN-SESAME' }), world.clock.now())
    const watch = burstWatchOf(world.app.ctx)
    vi.spyOn(watch, 'isBurst').mockResolvedValue(true)
    vi.spyOn(watch, 'isOn').mockReturnValue(true)
    const waiting = await world.staff.push(aRequest({ externalId: 'in-a-burst' }), 'request.created', world.clock.now())
    await world.app.stop()

    const old = world.env.APP_SECRET!
    world.env.APP_SECRET = randomBytes(32).toString('base64')
    world.env.APP_SECRET_PREVIOUS = old
    expect(await rotate()).toEqual({
      contacts: 1,
      tokens: 1,
      failures: 1,
      deferred: 1,
      proofs: 1,
      left: { applicationTokens: 1, activationCodes: 1, proofs: 0 }
    })
    expect(await rotate()).toMatchObject({ contacts: 0, proofs: 0 })

    await world.restart()
    await eventually('the request of the burst is read', async () => {
      const row = await findRequest('in-a-burst')
      return row?.id === waiting.body.id && row?.state === 'open'
    })
    await story.portal.moveTo(1, (await story.show(id)).crm.id as number, 'IN_PROCESS')
    await world.bitrix24.settled()
    await story.reservationWith(id, 'the event', (one) =>
      one.history.some((entry: any) => entry.kind === 'stage_moved')
    )
    expect((await story.show(id)).contact).toMatchObject(client)
    const again = await world.staff.push(aRequest({ contact: client }), 'request.created', world.clock.now())
    expect(again.body.state).toBe('held')
  })

  it('needs the old one no more once portals and partners came again', async () => {
    await story.portal.openApp(1)
    await world.staff.upsertPartner(aPartner({ code: 'coded', activationCode: 'OPEN-SESAME' }), world.clock.now())
    await world.app.stop()
    expect((await rotate()).left).toEqual({ applicationTokens: 0, activationCodes: 0, proofs: 0 })
    delete world.env.APP_SECRET_PREVIOUS
    await world.restart()
    const { id } = await story.reserved()
    expect((await story.show(id)).delivery.state).toBe('delivered')
  })

  it('opens nothing without the old one before the keys are rotated', async () => {
    await world.app.stop()
    const rotated = world.env.APP_SECRET!
    world.env.APP_SECRET = randomBytes(32).toString('base64')
    await expect(rotate()).rejects.toThrow()
    world.env.APP_SECRET = rotated
    await world.restart()
  })
})
