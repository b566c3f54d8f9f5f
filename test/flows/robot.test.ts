import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'
import { eventually } from '../support/wait.ts'

const LEAD = 1
const CODE = 'implementation_request'

describe('the automation rule that reads a request', () => {
  let world: TestWorld
  let story: CrmStory

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
    story = await CrmStory.start(world, { lang: 'de' })
  })
  afterAll(() => world.stop())

  const answerOn = async (itemId: number) => {
    const token = story.portal.runRobot(CODE, LEAD, itemId)
    const run = story.portal.robotRuns.find(({ eventToken }) => eventToken === token)!
    await eventually('the answer', () => run.answered)
    return run.returnValues
  }
  const post = (body: unknown) =>
    fetch(`${world.origin}/bitrix24/robots`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })

  it('is offered in the portal’s language', () => {
    expect(story.portal.robots.get(CODE)).toMatchObject({
      ...{ name: 'Implementierungsanfrage', useSubscription: 'Y', handler: `${world.origin}/bitrix24/robots` }
    })
    expect(story.portal.robots.get(CODE)?.returnProperties).toMatchObject({
      status: {
        Name: 'Status (Code)',
        Type: 'string',
        Description: expect.stringMatching(/^Für Bedingungen: open, won/)
      },
      statusText: { Name: 'Status', Type: 'string' },
      users: { Name: 'Nutzer', Type: 'int' },
      budgetAmount: { Name: 'Budget (Betrag)', Type: 'double' },
      timeframe: { Name: 'Zeitrahmen', Description: 'In den Worten des Kunden' }
    })
  })

  it('gives the facts of the request to the rules after it, in words and in codes, without the client', async () => {
    const { itemId, externalId } = await story.reserved({
      ...{ services: ['training'], users: 12, budget: { amount: 3000, currency: 'EUR' } },
      location: { country: 'DE', city: 'Berlin' }
    })
    const values = await answerOn(itemId)
    expect(values).toMatchObject({
      ...{ number: expect.stringMatching(/^R-\d{6}$/), status: 'open', statusText: 'In Arbeit' },
      ...{ services: 'Schulung', serviceCodes: 'training', country: 'DE' },
      ...{ location: 'Berlin, Deutschland', users: '12', budget: '3.000 EUR' },
      ...{ budgetAmount: '3000', budgetCurrency: 'EUR' }
    })
    expect(JSON.stringify(values)).not.toMatch(/Erika|\+49|@/)
    await world.staff.push({ externalId }, 'request.erased', world.clock.now())
    await eventually('the erasure', async () => (await answerOn(itemId)).status === 'erased')
  })

  it('says that a card has no request behind it', async () => {
    expect(await answerOn(4711)).toMatchObject({ number: '', status: 'none', statusText: 'Keine Anfrage' })
  })

  it('answers nobody who does not know the secret of the installation', async () => {
    const call = {
      ...{ code: CODE, event_token: 'x|y', document_id: ['crm', 'CCrmDocumentLead', 'LEAD_1'] },
      auth: { member_id: story.portal.memberId, application_token: 'guessed' }
    }
    expect((await post(call)).status).toBe(403)
    expect((await post({ ...call, auth: { ...call.auth, member_id: 'nobody' } })).status).toBe(403)
    expect((await post({ ...call, document_id: 'LEAD_1' })).status).toBe(403)
    const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('kind', '=', 'robot.answer').execute()
    expect(jobs).toEqual([])
  })

  it('lets go a rule that waits no longer', async () => {
    const { itemId } = await story.reserved()
    story.portal.faults.always({ kind: 'accessDenied', method: 'bizproc.event.send' })
    story.portal.runRobot(CODE, LEAD, itemId)
    await eventually('the refusal', () => story.portal.faults.hits() > 0)
    await eventually('no job', async () => {
      const jobs = await world.app.ctx.db.selectFrom('job').select('id').where('kind', '=', 'robot.answer').execute()
      return jobs.length === 0
    })
  })
})
