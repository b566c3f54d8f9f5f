import { afterAll, beforeAll, expect, it } from 'vitest'
import { medianOf, welch } from '../faults/welch.ts'
import { Random } from '../simulation/random.ts'
import { call } from '../support/api-client.ts'
import { TestWorld, type Tenant } from '../support/app.ts'
import { recordFigure } from '../support/figure.ts'

const SAMPLES = Number(process.env.FORGED_SAMPLES ?? 1500)

let world: TestWorld
let tenant: Tenant

beforeAll(async () => {
  world = await TestWorld.start()
  tenant = await world.addPartner()
})
afterAll(() => world.stop())

it('forged events are refused alike, however near they come; the figure tells whether also in the same time', async () => {
  const { memberId, domain, installation } = tenant.portal
  const token = installation.applicationToken
  const flipped = (at: number): string => {
    const other = token[at] === '0' ? '1' : '0'
    return token.slice(0, at) + other + token.slice(at + 1)
  }
  const kinds = {
    'wrong from the first sign': { member_id: memberId, application_token: flipped(0) },
    'wrong in the last sign': { member_id: memberId, application_token: flipped(token.length - 1) },
    'of no portal': { member_id: 'f'.repeat(memberId.length), application_token: token }
  }
  const times = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]))
  const random = new Random(1)
  const line = Object.entries(kinds).flatMap((kind) => Array.from({ length: SAMPLES }, () => kind))
  const mixed = line.map((one) => ({ one, place: random.next() })).sort((one, other) => one.place - other.place)
  const refusals = new Set<string>()
  for (const { one } of mixed) {
    const [kind, auth] = one
    const body = { event: 'ONCRMLEADUPDATE', data: { FIELDS: { ID: '1' } }, ts: '1', auth: { domain, ...auth } }
    const startedAt = performance.now()
    const answer = await call(world.origin, 'POST', '/bitrix24/events', body)
    times.get(kind)!.push(performance.now() - startedAt)
    const { requestId: _, ...refusal } = answer.body
    refusals.add(`${answer.status} ${JSON.stringify(refusal)}`)
  }
  expect([...refusals]).toHaveLength(1)
  expect([...refusals][0]).toMatch(/^403 /)
  const [first, last, stranger] = [...times.values()] as [number[], number[], number[]]
  const medians = [...times.values()].map((one) => medianOf(one).toFixed(3)).join(' / ')
  recordFigure(
    'R25',
    `${mixed.length} forged events refused, 0 accepted; medians ${medians} ms; t of first and last sign ` +
      `${welch(first, last).toFixed(2)}, of known and unknown portal ${welch(last, stranger).toFixed(2)} (alike below 4.5)`
  )
}, 120_000)
