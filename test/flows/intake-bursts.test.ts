import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { burstWatchOf } from '../../server/features/intake/burst-watch.ts'
import { readDeferred } from '../../server/features/intake/read-deferred.ts'
import { seal } from '../../server/vault/seal.ts'
import { HttpLine } from '../support/http-line.ts'
import { startIntake, type IntakeServer } from '../support/intake-server.ts'
import { aPushedRequest, message } from '../support/pushed.ts'

let calm: IntakeServer
let app: IntakeServer
beforeAll(async () => {
  calm = await startIntake()
  app = await startIntake()
})
beforeEach(() => read())
afterAll(async () => {
  await calm.close()
  await app.close()
})

const REQUESTS = '/webhooks/requests'
const send = (type: string, data: unknown, at?: string) => app.staff.send(REQUESTS, message(type, data, at))

/** What is sent by this is put off, as in a burst. */
async function inBurst<Result>(act: () => Promise<Result>): Promise<Result> {
  const watch = vi.spyOn(burstWatchOf(app.ctx), 'isBurst').mockResolvedValue(true)
  return act().finally(() => watch.mockRestore())
}
/** Over connections that stand, so that their bytes lie there before the first of them is looked at. */
async function atOneInstant(set: unknown[]): Promise<number[]> {
  const lines = set.map(() => new HttpLine(app.origin))
  await Promise.all(
    lines.map((line) => line.send(Buffer.from(`GET ${REQUESTS} HTTP/1.1\r\nhost: intake.example\r\n\r\n`)))
  )
  const sent = set.map((data, index) => {
    const body = Buffer.from(JSON.stringify(message('request.created', data)))
    const headers = { host: 'intake.example', 'content-type': 'application/json', 'content-length': body.length }
    const head = Object.entries({ ...headers, ...app.staff.sign(body) }).map(([name, value]) => `${name}: ${value}`)
    return lines[index]!.send(Buffer.from(`POST ${REQUESTS} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`), body)
  })
  return Promise.all(sent).finally(() => lines.forEach((line) => line.end()))
}
/** Reads as it is done once a burst is over. */
async function read(): Promise<void> {
  const watch = vi.spyOn(burstWatchOf(app.ctx), 'isOn').mockReturnValue(false)
  await readDeferred(app.ctx).finally(() => watch.mockRestore())
}
const defer = (data: unknown, options = {}) =>
  inBurst(() => app.staff.send(REQUESTS, message('request.created', data), options))
const waiting = () => app.ctx.db.selectFrom('deferred_push').selectAll().execute()
const rowOf = (externalId: unknown, { ctx } = app) =>
  ctx.db.selectFrom('request').selectAll().where('externalId', '=', String(externalId)).executeTakeFirst()

/** Of each kind of fate one, and one whose client came before. */
function aMixedSet(): Record<string, unknown>[] {
  const first = aPushedRequest({ summary: 'Please call Erika at 030 1234 5678 or erika@werk.example' })
  return [
    first,
    aPushedRequest({ contact: first.contact }),
    aPushedRequest({ consent: undefined }),
    aPushedRequest({ contact: { name: 'Nobody', phone: '1' } }),
    aPushedRequest({ languages: undefined, summary: 'Wir suchen eine Einführung für unser Vertriebsteam' }),
    aPushedRequest({ description: 'https://buy.example https://more.example https://now.example' }),
    aPushedRequest({ maxPartners: 2, budget: { amount: 50_000, currency: 'EUR' }, receivedAt: '2026-11-01T10:00:00Z' })
  ]
}

/** What does not depend on when it was stored, and by which id. */
async function facts({ ctx }: IntakeServer, externalId: unknown) {
  const row = (await rowOf(externalId, { ctx } as IntakeServer))!
  const { state, summary, description, languages, valueClass, freeSlots, searchText, hasConsent } = row
  const reasons = (JSON.parse(row.heldReasons) as { reason: string; evidence: { by?: string[] } }[]).map((note) => [
    note.reason,
    note.evidence.by
  ])
  const contact = (await ctx.vault.find(ctx.db, row.id))?.contact
  const isDuplicate = row.duplicateOf !== null
  return {
    ...{ state, summary, description, languages, valueClass, freeSlots, searchText, hasConsent },
    reasons,
    contact,
    isDuplicate
  }
}

describe('a burst of requests', () => {
  it('is on disk and answered before it is read, and becomes the same requests as without haste', async () => {
    const set = aMixedSet()
    for (const data of set) await calm.staff.send(REQUESTS, message('request.created', data))
    const answers = []
    for (const data of set) answers.push((await defer(data)).body)
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['held']))
    expect(await waiting()).toHaveLength(set.length)
    await read()
    expect(await waiting()).toEqual([])
    for (const [index, { externalId }] of set.entries()) {
      expect(await facts(app, externalId)).toEqual(await facts(calm, externalId))
      expect((await rowOf(externalId))?.id).toBe(answers[index].id)
    }
    expect((await facts(app, set[0]!.externalId)).summary).not.toContain('erika@')
  })

  it('is one when hundreds come at one instant: all are there once, with the ids that were told', async () => {
    const set = Array.from({ length: 300 }, () => aPushedRequest())
    expect(new Set(await atOneInstant(set))).toEqual(new Set([202]))
    const answers = await app.ctx.db.selectFrom('webhook_message').select('subjectId').execute()
    const told = new Set(answers.map(({ subjectId }) => subjectId))
    expect((await waiting()).length).toBeGreaterThan(100)
    await read()
    expect(await waiting()).toEqual([])
    for (const { externalId } of set) {
      const row = await rowOf(externalId)
      expect(row?.state).toBe('open')
      expect(told).toContain(row?.id)
    }
  })

  it('keeps no contact in the clear', async () => {
    const data = aPushedRequest({ contact: { name: 'Zyxora Quillfeather', email: 'zyxora@vexil.example' } })
    await defer(data)
    expect(JSON.stringify(await waiting())).not.toMatch(/zyxora|vexil/i)
  })

  it('keeps the time at which it came', async () => {
    const data = aPushedRequest()
    await defer(data)
    const receivedAt = (await waiting())[0]?.receivedAt
    app.pass(60_000)
    await read()
    expect(await rowOf(data.externalId)).toMatchObject({ receivedAt })
  })
})

describe('reading', () => {
  it('waits while a burst lasts, but not for ever', async () => {
    const data = aPushedRequest()
    await defer(data)
    const watch = vi.spyOn(burstWatchOf(app.ctx), 'isOn').mockReturnValue(true)
    await readDeferred(app.ctx)
    expect(await waiting()).toHaveLength(1)
    app.pass(6_000)
    await readDeferred(app.ctx)
    expect(await rowOf(data.externalId)).toMatchObject({ state: 'open' })
    watch.mockRestore()
  })
})

describe('a request that waits to be read', () => {
  it('is one request when it comes again, and follows the newer message', async () => {
    const data = aPushedRequest()
    const first = await defer(data)
    const again = await defer({ ...data, summary: 'Another wish' })
    expect(again.body).toMatchObject({ id: first.body.id, state: 'open' })
    expect(await rowOf(data.externalId)).toMatchObject({ summary: 'Another wish' })
    expect(await waiting()).toEqual([])
  })

  it('is one request when it comes forty times at one instant', async () => {
    const data = aPushedRequest()
    const answers = await inBurst(() => Promise.all(Array.from({ length: 40 }, () => send('request.created', data))))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    await read()
    expect(await rowOf(data.externalId)).toMatchObject({ id: answers[0]!.body.id, state: 'open' })
  })

  it('answers the same when its webhook comes twice', async () => {
    const body = JSON.stringify(message('request.created', aPushedRequest()))
    const push = () => inBurst(() => app.staff.send(REQUESTS, body, { id: 'msg_burst' }))
    const { body: first } = await push()
    expect((await push()).body).toEqual({ ...first, duplicate: true })
    expect(await waiting()).toHaveLength(1)
    await read()
    expect((await push()).body).toEqual({ ...first, duplicate: true })
  })

  it('can be withdrawn and erased, and stays dead', async () => {
    for (const [type, state] of [
      ['request.withdrawn', 'withdrawn'],
      ['request.erased', 'erased']
    ] as const) {
      const data = aPushedRequest()
      const { id } = (await defer(data)).body
      expect(await send(type, { externalId: data.externalId })).toMatchObject({ status: 202, body: { id, state } })
      await read()
      expect(await rowOf(data.externalId)).toMatchObject({ id, state })
      if (state === 'erased') expect((await defer(data)).body).toMatchObject({ id, state })
    }
  })

  it('is met by a batch that holds it, too', async () => {
    const data = aPushedRequest()
    const { id } = (await defer(data)).body
    const batch = { type: 'request.batch', timestamp: new Date().toISOString(), data: [data] }
    const { body } = await app.staff.send(`${REQUESTS}/batch`, batch)
    expect(body.results).toEqual([{ index: 0, id, state: 'open' }])
  })

  it('goes where failed messages are when it can not be read, and keeps nobody waiting', async () => {
    const [bad, good] = [aPushedRequest(), aPushedRequest()]
    await defer(bad, { id: 'msg_unreadable' })
    await defer(good)
    const row = (await waiting())[0]!
    const sealedBody = seal(app.ctx.keys.of('contact'), '{"type":"nonsense"}', row.requestId)
    await app.ctx.db.updateTable('deferred_push').set({ sealedBody }).where('requestId', '=', row.requestId).execute()
    await read()
    expect(await waiting()).toEqual([])
    expect(await rowOf(good.externalId)).toMatchObject({ state: 'open' })
    const failures = app.ctx.db.selectFrom('intake_failure').selectAll().where('id', '=', 'msg_unreadable')
    expect(await failures.executeTakeFirst()).toMatchObject({ externalId: bad.externalId, code: 'internal' })
  })
})
