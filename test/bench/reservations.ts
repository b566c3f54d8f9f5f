import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TestWorld, type Tenant } from '../support/app.ts'
import { aRequest } from '../support/factories.ts'
import { table } from './measure.ts'

const PARTNERS = 20
const CALLS = 500
const TRIALS = 10

/** Many partners want one request at the same instant: exactly five get it. */
export async function benchReservations(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'requests-bench-'))
  const world = await TestWorld.start({ DATABASE_URL: `file:${join(folder, 'app.sqlite')}` })
  const partners: Tenant[] = []
  for (let index = 0; index < PARTNERS; index++) partners.push(await world.addPartner({ homeCountry: 'PL' }))
  let exact = 0
  let calls = 0
  let seconds = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const pushed = await world.staff.push(
      aRequest({ location: { country: 'PL' } }),
      'request.created',
      world.clock.now()
    )
    world.clock.advance({ days: 1, minutes: 61 })
    for (const partner of partners) (await partner.agent.get('/api/me')).expect(200)
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: CALLS }, (_, index) => partners[index % PARTNERS]!.agent.reserve(String(pushed.body.id)))
    )
    seconds += (performance.now() - started) / 1000
    calls += CALLS
    if (answers.filter((answer) => answer.status === 201).length === 5) exact++
  }
  table('Reservations of one request, 500 calls at once', [
    { trials: TRIALS, 'exactly five': exact, 'calls per second': (calls / seconds).toFixed(0) }
  ])
  await world.stop()
  await rm(folder, { recursive: true, force: true })
}
