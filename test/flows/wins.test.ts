import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reviewWin } from '../../server/features/outcomes/review-win.ts'
import { TestWorld } from '../support/app.ts'
import { CrmStory, OPEN_POLICY, policyFile } from '../support/crm-story.ts'

const DEAL = 2

describe('a win', () => {
  let world: TestWorld

  beforeAll(async () => {
    world = await TestWorld.start({ POLICY_FILE: policyFile(OPEN_POLICY) })
  })
  afterAll(() => world.stop())

  it('that nobody worked for waits for a purchase, and is taken back when that is reversed', async () => {
    const story = await CrmStory.start(world, { crmMode: 'simple' })
    const { id, externalId, itemId } = await story.reserved()
    await story.portal.win(itemId)
    await story.withReview(id, 'too_young')
    await story.later({ hours: 73 })
    await story.withReview(id, 'no_activity')

    const sale = { externalId: `sale-${id}`, partnerCode: story.partnerCode, requestExternalId: externalId }
    const at = story.world.clock.now().toISOString()
    await story.world.staff.recordPurchase({ ...sale, at }, story.world.clock.now())
    expect((await story.withOutcome(id, 'won')).history.at(-1)).toMatchObject({ cause: 'purchase', detail: 'won' })
    await story.later({ minutes: 1 })
    await story.world.staff.recordPurchase({ ...sale, at, reversed: true }, story.world.clock.now())
    expect(await story.withReview(id, 'refuted')).toMatchObject({ outcome: 'open' })
  })

  it('that nobody worked for may be confirmed by staff', async () => {
    const story = await CrmStory.start(world, { crmMode: 'simple' })
    const { id, itemId } = await story.reserved()
    await story.later({ hours: 73 })
    await story.portal.win(itemId)
    await story.withReview(id, 'no_activity')
    await reviewWin(story.world.app.ctx, { reservationId: id, decision: 'confirm', by: 'Staff', reason: null })
    expect((await story.withOutcome(id, 'won')).history.at(-1)).toMatchObject({ cause: 'staff' })
  })

  it('counts when there was a stage between the first and the last', async () => {
    const story = await CrmStory.start(world, { crmMode: 'simple' })
    const { id, itemId } = await story.reserved()
    await story.later({ hours: 73 })
    await story.portal.moveTo(DEAL, itemId, 'EXECUTING')
    await story.portal.win(itemId)
    await story.withOutcome(id, 'won')
  })

  describe('where a proof is asked for', () => {
    let strict: TestWorld
    beforeAll(async () => {
      strict = await TestWorld.start({ POLICY_FILE: policyFile({ ...OPEN_POLICY, winProof: 'key' }) })
    })
    afterAll(() => strict.stop())

    it('counts with a proof in the field, and one proof wins once', async () => {
      const story = await CrmStory.start(strict)
      const [one, other] = [await story.reserved(), await story.reserved()]
      const deals: number[] = []
      for (const { itemId } of [one, other]) {
        await story.worked(itemId)
        deals.push(...(await story.converted(itemId)))
      }
      await story.later({ hours: 73 })
      for (const dealId of deals) await story.portal.win(dealId)
      await story.withReview(one.id, 'proof_missing')
      await story.withReview(other.id, 'proof_missing')
      await story.portal.edit(DEAL, deals[0]!, { UF_CRM_IR_PROOF: 'https://Acme.bitrix24.example/' })
      await story.withOutcome(one.id, 'won')
      await story.portal.edit(DEAL, deals[1]!, { UF_CRM_IR_PROOF: 'acme.bitrix24.example' })
      await story.withReview(other.id, 'proof_reused')
      await story.portal.edit(DEAL, deals[1]!, { UF_CRM_IR_PROOF: 'CP-2222-3333' })
      await story.withOutcome(other.id, 'won')
    })
  })
})
