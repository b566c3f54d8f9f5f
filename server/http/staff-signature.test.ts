import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { checkStaffSignature } from './staff-signature.ts'

const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
const otherSecret = Buffer.alloc(24, 7)
const vector = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: Buffer.from('{"test": 2432232314}'),
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
}
const atSigning = new Date(1_614_265_330_000)
const headersOf = (changes: Record<string, string | undefined> = {}) => ({
  'webhook-id': vector.id,
  'webhook-timestamp': vector.timestamp,
  'webhook-signature': vector.signature,
  ...changes
})
const check = (changes: Record<string, string | undefined> = {}, body = vector.body, now = atSigning) =>
  checkStaffSignature(headersOf(changes), body, [secret], now).valid

const sign = (id: string, timestamp: string, body: Buffer, key = secret) =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

describe('the signature of a staff webhook', () => {
  it('is accepted for the fixed vector of the standard', () => {
    expect(checkStaffSignature(headersOf(), vector.body, [secret], atSigning)).toEqual({ valid: true, id: vector.id })
  })

  it('is accepted from the official package as the sender', () => {
    const body = JSON.stringify({ type: 'request.created', name: 'Ünal 王' })
    const now = new Date()
    const signature = new Webhook(secret.toString('base64')).sign('msg_1', now, body)
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signature
    }
    expect(checkStaffSignature(headers, Buffer.from(body), [secret], now).valid).toBe(true)
  })

  it('is accepted five minutes early and late, and not a second more', () => {
    const at = (seconds: number) => new Date(atSigning.getTime() + seconds * 1000)
    expect([300, -300].map((seconds) => check({}, vector.body, at(seconds)))).toEqual([true, true])
    expect([301, -301].map((seconds) => check({}, vector.body, at(seconds)))).toEqual([false, false])
  })

  it('is accepted from any of the configured secrets, among signatures of other versions', () => {
    const headers = headersOf({ 'webhook-signature': `v1a,abc ${'v1,' + 'A'.repeat(43)}= ${vector.signature}` })
    expect(checkStaffSignature(headers, vector.body, [otherSecret, secret], atSigning).valid).toBe(true)
  })

  it('is refused without each of the headers', () => {
    for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      expect(check({ [name]: undefined })).toBe(false)
  })

  it('is refused when id, time, body or secret is another', () => {
    expect(check({ 'webhook-id': 'msg_other' })).toBe(false)
    expect(check({ 'webhook-timestamp': '1614265331' })).toBe(false)
    expect(check({}, Buffer.from('{"test": 2432232315}'))).toBe(false)
    expect(checkStaffSignature(headersOf(), vector.body, [otherSecret], atSigning).valid).toBe(false)
  })

  it('is refused for times and ids that only a lax reader understands', () => {
    for (const timestamp of ['1614265330abc', ' 1614265330', '1614265330.0', '0x60379e72', '+161426533'])
      expect(
        check({ 'webhook-timestamp': timestamp, 'webhook-signature': sign(vector.id, timestamp, vector.body) })
      ).toBe(false)
    for (const id of ['', 'a b', 'é', 'x'.repeat(129)])
      expect(check({ 'webhook-id': id, 'webhook-signature': sign(id, vector.timestamp, vector.body) })).toBe(false)
  })

  it('is taken over the bytes, so that two different broken encodings are two bodies', () => {
    const one = Buffer.from([0x22, 0xff, 0x22])
    const other = Buffer.from([0x22, 0xfe, 0x22])
    const signature = sign(vector.id, vector.timestamp, one)
    expect(check({ 'webhook-signature': signature }, one)).toBe(true)
    expect(check({ 'webhook-signature': signature }, other)).toBe(false)
  })

  it('is refused among more than eight', () => {
    expect(check({ 'webhook-signature': Array(9).fill(vector.signature).join(' ') })).toBe(false)
    expect(check({ 'webhook-signature': Array(8).fill(vector.signature).join(' ') })).toBe(true)
  })
})
