import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PortalClients } from '../../server/bitrix24/portal-client.ts'
import { TokenStore } from '../../server/portals/tokens.ts'
import { generousPolicy, itemsOf, reserveOne, untilDelivery, untilIdle } from '../faults/stage.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1

describe('tokens of a portal', () => {
  let world: TestWorld
  let tenant: Tenant

  beforeAll(async () => {
    world = await TestWorld.start(generousPolicy())
  })
  afterAll(() => world.stop())
  beforeEach(async () => {
    world.bitrix24.authServer.faults.clear()
    tenant = await world.addPartner()
    await untilIdle(world)
  })

  /** The clients of another process on the same store. */
  const anotherProcess = (tokens: TokenStore = world.app.ctx.tokens): PortalClients =>
    new PortalClients({ ...world.app.ctx, tokens, isLoopback: true })
  const refreshes = (): number => world.bitrix24.authServer.refreshesOf(memberId())
  const memberId = (): string => tenant.portal.memberId
  const expire = (): void => world.bitrix24.tokens.expireAll(memberId())
  const callAll = (processes: PortalClients[], atOnce: number) =>
    Promise.all(
      Array.from({ length: atOnce }, (_, index) => processes[index % processes.length]!.of(memberId()).call('app.info'))
    )
  const liveUsers = async (): Promise<number[]> => {
    const tokens = await world.app.ctx.tokens.list(world.app.ctx.db, memberId())
    return tokens.map(({ userId }) => userId).sort()
  }

  async function addAdmin(userId: number): Promise<void> {
    tenant.portal.user(userId).isAdmin = true
    await tenant.portal.openApp(userId)
    await untilIdle(world)
  }

  it('are renewed when they have expired, and only then', async () => {
    const before = refreshes()
    await world.app.ctx.portals.of(memberId()).call('app.info')
    expect(refreshes()).toBe(before)
    world.clock.advance({ minutes: 61 })
    await world.app.ctx.portals.of(memberId()).call('app.info')
    expect(refreshes()).toBe(before + 1)
  })

  it('that nobody used for months are renewed once before they die, each admin’s', async () => {
    await addAdmin(3)
    const before = refreshes()
    world.clock.advance({ days: 149 })
    await untilIdle(world)
    expect(refreshes()).toBe(before)
    world.clock.advance({ days: 2 })
    await eventually('both renewed', () => refreshes() === before + 2)
    await untilIdle(world)
    expect(refreshes()).toBe(before + 2)
    expect(await liveUsers()).toEqual([1, 3])
  })

  /** By our own clock before the call, or by the portal's refusal; a portal takes no more than 40 calls at once. */
  it.each([
    ['ours', 30, () => world.clock.advance({ minutes: 61 })],
    ['the portal’s', 18, expire]
  ])('are renewed once by many calls at once in three processes, by %s clock', async (_whose, atOnce, runOut) => {
    const { authServer } = world.bitrix24
    const processes = [world.app.ctx.portals, anotherProcess(), anotherProcess()]
    for (let round = 1; round <= 3; round++) {
      const [before, failed] = [refreshes(), authServer.failedRefreshes]
      world.clock.advance({ minutes: 1 })
      runOut()
      await callAll(processes, atOnce)
      expect({ renewed: refreshes() - before, failed: authServer.failedRefreshes - failed }).toEqual({
        ...{ renewed: 1, failed: 0 }
      })
    }
  })

  it('are not traded twice when another process renews them between the look and the lock', async () => {
    const { ctx } = world.app
    let isRenewed = false
    class LateStore extends TokenStore {
      override async lockRefresh(...given: Parameters<TokenStore['lockRefresh']>): Promise<boolean> {
        if (!isRenewed) {
          isRenewed = true
          await ctx.portals.of(memberId()).call('app.info')
        }
        return super.lockRefresh(...given)
      }
    }
    expire()
    await anotherProcess(new LateStore(ctx.keys)).of(memberId()).call('app.info')
    expect(world.bitrix24.authServer.failedRefreshes).toBe(0)
    expect(await liveUsers()).toEqual([1])
  })

  it('that came in meanwhile survive the death of their predecessors', async () => {
    const { ctx } = world.app
    const [old] = await ctx.tokens.list(ctx.db, memberId())
    await tenant.portal.openApp(1)
    await ctx.tokens.markDead(ctx.db, old!, world.clock.now().toISOString())
    expect(await liveUsers()).toEqual([1])
  })

  it('of another portal are refused, whoever answers with them', async () => {
    const other = await world.addPartner()
    const record = world.bitrix24.tokens.findByRefresh((await tenant.portal.openApp(1)).refreshToken)!
    expire()
    record.memberId = other.portal.memberId
    const id = await reserveOne(world, tenant)
    expect(await untilDelivery(world, id, 'parked')).toContain('another portal')
    expect(other.portal.crm.list(1)).toEqual([])
    await tenant.portal.openApp(1)
    await untilDelivery(world, id, 'delivered')
    expect(itemsOf(tenant, id)).toBe(1)
  })

  it('that were renewed without our hearing of it are replaced by another admin’s', async () => {
    await addAdmin(3)
    const { faults } = world.bitrix24.authServer
    faults.once({ kind: 'resetAfter', on: 'token' })
    expire()
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'retrying')
    world.clock.advance({ minutes: 1 })
    await untilDelivery(world, id, 'delivered')
    expect(await liveUsers()).toHaveLength(1)
    expect(itemsOf(tenant, id)).toBe(1)
  })

  it.each(['plain503', 'resetBefore', 'html200'] as const)('outlive an auth server in trouble: %s', async (kind) => {
    world.bitrix24.authServer.faults.always({ kind, on: 'token' })
    expire()
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'retrying')
    world.bitrix24.authServer.faults.clear()
    world.clock.advance({ minutes: 1 })
    await untilDelivery(world, id, 'delivered')
    expect(itemsOf(tenant, id)).toBe(1)
  })

  it('of an admin who was dismissed, demoted or shut out give way to another’s', async () => {
    const { portal } = tenant
    for (const user of portal.users) await addAdmin(user.id)
    portal.dismiss(1)
    Object.assign(portal.user(2), { isAdmin: false })
    portal.setAppAccess([3])
    const id = await reserveOne(world, tenant)
    await untilDelivery(world, id, 'delivered')
    expect(await liveUsers()).toContain(3)
    portal.setAppAccess([])
    portal.user(3).isAdmin = false
    const waiting = await reserveOne(world, tenant)
    expect(await untilDelivery(world, waiting, 'parked')).toContain('No administrator')
    expect(await liveUsers()).toEqual([])
    await expectTrouble(['no_token'])

    const newcomer = portal.addUser({ name: 'Dora', isAdmin: true })
    await portal.openApp(newcomer.id)
    await untilDelivery(world, waiting, 'delivered')
    expect(itemsOf(tenant, waiting)).toBe(1)
    await expectTrouble([])
  })

  it('when none is left, are replaced by that of an administrator who works in the CRM, not by an agent’s', async () => {
    const { portal } = tenant
    const known = await reserveOne(world, tenant)
    await untilDelivery(world, known, 'delivered')
    const card = portal.crm.list(LEAD).find((item) => item.originId === known)!
    await untilIdle(world)
    expire()
    world.bitrix24.authServer.faults.once({ kind: 'invalid_grant', on: 'token' })
    const waiting = await reserveOne(world, tenant)
    await untilDelivery(world, waiting, 'parked')
    await portal.moveTo(LEAD, card.id, 'IN_PROCESS', { by: 2 })
    await untilIdle(world)
    expect(await liveUsers()).toEqual([])
    await portal.moveTo(LEAD, card.id, 'PROCESSED', { by: 1 })
    await untilDelivery(world, waiting, 'delivered')
    expect(await liveUsers()).toEqual([1])
    await expectTrouble([])
  })

  const expectTrouble = (trouble: string[]) =>
    eventually(`trouble: ${trouble.join()}`, async () => {
      const me = (await tenant.admin.get('/api/me')).expect(200)
      return JSON.stringify(me.trouble) === JSON.stringify(trouble)
    })
})
