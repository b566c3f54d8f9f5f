import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { STAFF_SECRET, TestWorld } from '../support/app.ts'
import { aPushedRequest, message } from '../support/pushed.ts'
import { StaffSender } from '../support/staff-sender.ts'

let world: TestWorld
let sender: StaffSender

beforeAll(async () => {
  world = await TestWorld.start()
  const secret = Buffer.from(STAFF_SECRET.slice('whsec_'.length), 'base64')
  sender = new StaffSender(world.origin, secret, () => world.clock.now())
})
afterAll(() => world.stop())

/** With a length it goes through the front door, in chunks through Express. */
async function send(bytes: Buffer, way: 'length' | 'chunks', headers: Record<string, string>) {
  const length = way === 'length' ? { 'content-length': bytes.length } : { 'transfer-encoding': 'chunked' }
  const call = request(`${world.origin}/webhooks/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers, ...length }
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    call.once('response', resolve).once('error', reject)
  )
  call.end(bytes)
  const answer = await answered
  const chunks = await answer.toArray()
  const body = JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as Record<string, unknown>
  const { 'x-request-id': requestId, date, ...others } = answer.headers
  return { status: answer.statusCode, requestId, date, headers: others, body }
}

const bodies: [string, string][] = [
  ['taken', JSON.stringify(message('request.created', aPushedRequest({ externalId: 'same' })))],
  ['refused for a field', JSON.stringify(message('request.created', aPushedRequest({ services: ['magic'] })))],
  ['no JSON', '{'],
  ['of nobody known', JSON.stringify(message('request.withdrawn', { externalId: 'nobody' }))]
]

it.each(bodies)('a webhook that is %s gets the same answer before Express and in it', async (_name, json) => {
  const bytes = Buffer.from(json)
  const answers = [await send(bytes, 'length', sender.sign(bytes)), await send(bytes, 'chunks', sender.sign(bytes))]
  const [front, express] = answers.map(({ status, headers, body }) => ({
    status,
    headers,
    body: { ...body, requestId: '' }
  }))
  expect({ ...front, headers: { ...front!.headers, 'content-length': '' } }).toEqual({
    ...express,
    headers: { ...express!.headers, 'content-length': '' }
  })
  for (const { requestId } of answers) expect(requestId).toMatch(/^[\da-f-]{36}$/)
})

it('an unsigned webhook gets the same answer before Express and in it', async () => {
  const [front, express] = [await send(Buffer.from('{}'), 'length', {}), await send(Buffer.from('{}'), 'chunks', {})]
  expect(front.status).toBe(401)
  expect(express).toMatchObject({ status: 401, headers: front.headers })
})
