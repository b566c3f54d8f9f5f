import { createHmac, randomUUID } from 'node:crypto'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { aPushedPartner, aPushedRequest, message } from '../support/pushed.ts'
import { hostileBody } from './bodies.ts'
import type { Dice } from './dice.ts'

/** One call as bytes, and whether a 202 would be right. */
export interface HostileInput {
  kind: string
  pieces: Buffer[]
  mayPass: boolean
}

interface Draft {
  method: string
  path: string
  headers: [name: string, value: string][]
  body: Buffer
  /** Written in place of the body, in pieces. */
  sent?: Buffer[]
}

const PATHS = ['/webhooks/requests', '/webhooks/requests/batch', '/webhooks/partners', '/webhooks/purchases']

/** Signed and right, before something is done to it. */
function draft(dice: Dice, secret: Buffer, body = aBody(dice)): Draft {
  const id = randomUUID()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const headers: Draft['headers'] = [
    ['host', 'localhost'],
    ['content-type', 'application/json'],
    ['webhook-id', id],
    ['webhook-timestamp', timestamp],
    ['webhook-signature', signatureOf(secret, id, timestamp, body)]
  ]
  return { method: 'POST', path: dice.pick(PATHS), headers, body }
}

const signatureOf = (secret: Buffer, id: string, timestamp: string, body: Buffer): string =>
  `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

const aBody = (dice: Dice): Buffer =>
  Buffer.from(
    JSON.stringify(
      dice.pick([
        () => message('request.created', aPushedRequest()),
        () => message('partner.upserted', aPushedPartner()),
        () => ({ type: 'request.batch', data: [aPushedRequest()] })
      ])()
    )
  )

const valueOf = ({ headers }: Draft, name: string): string => headers.find(([known]) => known === name)?.[1] ?? ''
function put({ headers }: Draft, name: string, value: string | null): void {
  const at = headers.findIndex(([known]) => known === name)
  if (value === null) headers.splice(at, 1)
  else if (at < 0) headers.push([name, value])
  else headers[at] = [name, value]
}

type Attack = (dice: Dice, secret: Buffer) => Draft | { draft: Draft; mayPass: boolean }

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

const ATTACKS: Record<string, Attack> = {
  'header left out': (dice, secret) => {
    const one = draft(dice, secret)
    put(one, dice.pick(SIGNED), null)
    return one
  },
  'header changed': (dice, secret) => {
    const one = draft(dice, secret)
    const name = dice.pick(SIGNED)
    put(one, name, dice.change(valueOf(one, name)))
    return one
  },
  'time that is none': (dice, secret) => {
    const one = draft(dice, secret)
    const [now, id] = [valueOf(one, 'webhook-timestamp'), valueOf(one, 'webhook-id')]
    const time = dice.pick([
      ...[`${now}abc`, `${now}.0`, `0${now}`, `+${now}`, `${now}000`, `0x${Number(now).toString(16)}`, `-${now}`],
      ...['', 'NaN', 'Infinity', '1e9', '9'.repeat(400), String(Number(now) - 302), String(Number(now) + 302), '0']
    ])
    put(one, 'webhook-timestamp', time)
    put(one, 'webhook-signature', signatureOf(secret, id, time, one.body))
    return one
  },
  'id that is none': (dice, secret) => {
    const one = draft(dice, secret)
    const id = dice.pick(['', 'a b', 'é', 'a'.repeat(129), '../x', "'; drop table request; --", '{}', 'a\tb'])
    put(one, 'webhook-id', id)
    put(one, 'webhook-signature', signatureOf(secret, id, valueOf(one, 'webhook-timestamp'), one.body))
    return one
  },
  'another key': (dice, secret) => draft(dice, dice.flip(secret)),
  'signature of another kind': (dice, secret) => {
    const one = draft(dice, secret)
    const right = valueOf(one, 'webhook-signature')
    const bare = right.slice(3)
    put(
      one,
      'webhook-signature',
      dice.pick([
        ...[`v1a,${bare}`, `v2,${bare}`, bare, `v1=${bare}`, `V1,${bare}`, `v1,${bare.slice(0, -1)}`, `v1,${bare}=`],
        ...[
          `v1,${Buffer.from(bare, 'base64').toString('hex')}`,
          `v1,${'A'.repeat(43)}=`,
          'v1,',
          '',
          `${right},${right}`
        ],
        `${Array.from({ length: 9 }, () => `v1,${'B'.repeat(43)}=`).join(' ')} ${right}`,
        'v1,x '.repeat(2000)
      ])
    )
    return one
  },
  'body changed after signing': (dice, secret) => {
    const one = draft(dice, secret)
    one.body = dice.pick([
      () => dice.flip(one.body),
      () => Buffer.concat([one.body, Buffer.from(dice.pick([' ', '\n', '\0', '{}']))]),
      () => one.body.subarray(0, one.body.length - 1 - dice.below(20)),
      () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), one.body]),
      () => Buffer.alloc(0)
    ])()
    return one
  },
  'bytes that are no UTF-8': (dice, secret) => {
    const json = aBody(dice)
    const bad = dice.pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x82]])
    const at = dice.below(json.length)
    return draft(dice, secret, Buffer.concat([json.subarray(0, at), Buffer.from(bad), json.subarray(at)]))
  },
  'header twice': (dice, secret) => {
    const one = draft(dice, secret)
    const name = dice.pick([...SIGNED, 'content-type', 'content-length'])
    const value = name === 'content-length' ? String(one.body.length + 1) : dice.change(valueOf(one, name))
    one.headers.push([name, value])
    // A right signature beside a wrong one is a right signature; of two content types the first counts.
    return { draft: one, mayPass: name === 'webhook-signature' || name === 'content-type' }
  },
  'other content type': (dice, secret) => {
    const one = draft(dice, secret)
    const types = ['text/plain', 'application/xml', 'application/json;charset=utf-16', 'application/jsonp', '', 'json']
    put(
      one,
      'content-type',
      dice.pick([...types, 'multipart/form-data; boundary=x', 'application/json;charset=latin1'])
    )
    return one
  },
  'compressed, and much larger than it looks': (dice, secret) => {
    const [encoding, compress] = dice.pick([
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync]
    ] as const)
    const one = draft(dice, secret, compress(dice.pick([bomb(), aBody(dice)])))
    put(one, 'content-encoding', encoding)
    return one
  },
  'too large': (dice, secret) => {
    const one = draft(dice, secret, Buffer.from(`"${'x'.repeat(257 * 1024 + dice.below(1000))}"`))
    return { draft: { ...one, path: '/webhooks/requests' }, mayPass: false }
  },
  'length that is none': (dice, secret) => {
    const one = draft(dice, secret)
    const length = dice.pick(['-1', '1e3', '99999999999999999999', 'abc', '0x10', ` ${one.body.length},1`, '+5'])
    put(one, 'content-length', length)
    return one
  },
  'chunks that are none': (dice, secret) => {
    const one = draft(dice, secret)
    put(one, 'transfer-encoding', dice.pick(['chunked', 'chunked, chunked', 'gzip, chunked', 'xchunked', 'identity']))
    const hex = one.body.length.toString(16)
    const size = dice.pick(['zz', '-1', 'fffffffffffffffff', `${hex};${'x'.repeat(20_000)}`, `${hex}\n`])
    one.sent = [Buffer.from(`${size}\r\n`), one.body, Buffer.from('\r\n0\r\n\r\n')]
    return one
  },
  'chunks and a length': (dice, secret) => {
    const one = draft(dice, secret)
    put(one, 'transfer-encoding', 'chunked')
    put(one, 'content-length', String(one.body.length))
    one.sent = [Buffer.from(`${one.body.length.toString(16)}\r\n`), one.body, Buffer.from('\r\n0\r\n\r\n')]
    return one
  },
  'in many small pieces': (dice, secret) => {
    const one = draft(dice, secret)
    put(one, 'transfer-encoding', 'chunked')
    const pieces = Array.from({ length: Math.ceil(one.body.length / 40) }, (_, at) =>
      one.body.subarray(at * 40, at * 40 + 40)
    )
    one.sent = [
      ...pieces.map((piece) =>
        Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
      ),
      Buffer.from('0\r\n\r\n')
    ]
    return { draft: one, mayPass: true }
  },
  'other method or path': (dice, secret) => {
    const one = draft(dice, secret)
    if (dice.below(2)) one.method = dice.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'post', 'BREW'])
    else
      one.path = dice.pick([
        '/webhooks',
        '/webhooks/request',
        '/webhooks/requests/../x',
        '/webhooks/bitrix24/x',
        '/%00',
        '/%zz',
        '*'
      ])
    return one
  },
  'header of any bytes': (dice, secret) => {
    const one = draft(dice, secret)
    one.headers.push([dice.pick(['x', 'x y', '', 'x\0', '__proto__', 'constructor']), dice.text(dice.below(4000))])
    return { draft: one, mayPass: true }
  },
  'signed, strange within': (dice, secret) => {
    const one = draft(dice, secret, hostileBody(dice))
    return { draft: one, mayPass: true }
  }
}

let cached: Buffer | undefined
const bomb = (): Buffer => (cached ??= Buffer.alloc(4 * 1024 * 1024, 0x20))

const KINDS = Object.keys(ATTACKS)

export function hostileInput(dice: Dice, secret: Buffer): HostileInput {
  const kind = dice.pick(KINDS)
  const made = ATTACKS[kind]!(dice, secret)
  const { draft: one, mayPass } = 'draft' in made ? made : { draft: made, mayPass: false }
  const hasLength = one.headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')
  const lengths: Draft['headers'] = hasLength ? [] : [['content-length', String(one.body.length)]]
  const head = [...one.headers, ...lengths].map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const start = Buffer.from(`${one.method} ${one.path} HTTP/1.1\r\n${head}\r\n`, 'latin1')
  return { kind, pieces: [start, ...(one.sent ?? [one.body])], mayPass }
}
