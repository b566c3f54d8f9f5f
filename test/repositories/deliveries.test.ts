import { expect, it } from 'vitest'
import { replaceStep } from '../../server/features/deliveries/repository.ts'
import { forEachDatabase } from '../support/databases.ts'
import { insert, NOW, reservationRow } from '../support/rows.ts'

forEachDatabase((_engine, open) => {
  it('a step of a delivery belongs to whoever took it first, even when two processes think it is theirs', async () => {
    const db = await open()
    const portal = await insert.portal(db)
    const partner = await insert.partner(db)
    const request = await insert.request(db)
    const row = reservationRow({ requestId: request.id, partnerCode: partner.code, memberId: portal.memberId })
    await db.insertInto('reservation').values(row).execute()
    const delivery = {
      reservationId: row.id,
      memberId: portal.memberId,
      state: 'pending',
      steps: '{}',
      attempts: 0
    } as const
    const empty = { target: null, assigneeId: null, error: null, nextAttemptAt: null, deliveredAt: null }
    await db
      .insertInto('delivery')
      .values({ ...delivery, ...empty, updatedAt: NOW })
      .execute()

    const take = (sentAt: string) => replaceStep(db, row.id, 'lead', { before: undefined, now: { sentAt } })
    const taken = await Promise.all([take('2030-06-01T12:00:01.000Z'), take('2030-06-01T12:00:02.000Z')])
    expect(taken.sort()).toEqual([false, true])
    expect(await replaceStep(db, row.id, 'task', { before: undefined, now: { sentAt: NOW } })).toBe(true)
    const { steps } = await db.selectFrom('delivery').select('steps').executeTakeFirstOrThrow()
    expect(Object.keys(JSON.parse(steps) as object)).toEqual(['lead', 'task'])
  })
})
