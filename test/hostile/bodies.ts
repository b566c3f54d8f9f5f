import { aPushedPartner, aPushedRequest, message } from '../support/pushed.ts'
import type { Dice } from './dice.ts'

const deep = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth)
const requestWith = (field: string, json: string): string => {
  const marked = JSON.stringify(message('request.created', { ...aPushedRequest(), [field]: '@@' }))
  return marked.replace('"@@"', () => json)
}

/** What makes a careless pattern look for ever. */
const SLOW = [
  ...['a@'.repeat(9000), '('.repeat(18_000), '1 '.repeat(9000), '+49 '.repeat(4500), 'www. '.repeat(3600)],
  ...['a.'.repeat(9000), 'dot '.repeat(4500), 'one two '.repeat(2200), 'a a a '.repeat(3000), '@ '.repeat(9000)],
  ...['at dot '.repeat(2500), 'http://'.repeat(2500), 'é\u0301'.repeat(9000), '北'.repeat(18_000), '1-'.repeat(9000)],
  ...[
    'straße 1, '.repeat(1800),
    'DE12 '.repeat(3600),
    'telegram: '.repeat(1800),
    '\u200b'.repeat(18_000),
    ' '.repeat(18_000)
  ]
]
const NUMBERS = ['1e400', '-1e400', '1'.repeat(5000), '-0', '0.1e-400', '9007199254740993', '1E+2']
const DEPTH = 10_000

/** A body whose signature is right and whose content is not what anybody sends. */
export function hostileBody(dice: Dice): Buffer {
  const make = dice.pick<() => string>([
    () => deep('[', ']', DEPTH),
    () => deep('{"a":', '}', DEPTH).replace('{"a":}', '{"a":1}'),
    () => requestWith('description', deep('[', ']', DEPTH)),
    () => requestWith('users', dice.pick(NUMBERS)),
    () => requestWith('budget', `{"amount":${dice.pick(NUMBERS)},"currency":"EUR"}`),
    () => requestWith('description', JSON.stringify(dice.pick(SLOW))),
    () => requestWith('summary', JSON.stringify(dice.pick(SLOW).slice(0, 500))),
    () => requestWith('contact', JSON.stringify({ name: dice.pick(SLOW).slice(0, 200), phone: '+4930231250' })),
    () => requestWith('contact', JSON.stringify({ name: 'A', email: dice.pick(SLOW).slice(0, 254) })),
    () => requestWith('description', '"\\ud800 \\u0000 \\udfff"'),
    () => requestWith('__proto__', '{"state":"open","isAdmin":true}'),
    () => requestWith('constructor', '{"prototype":{"polluted":1}}'),
    () =>
      requestWith(
        'externalId',
        JSON.stringify(dice.pick(['__proto__', 'constructor', "'; drop table request;--", '\u202e']))
      ),
    () => requestWith('externalId', '"one","externalId":"two"'),
    () => strangeAnywhere(dice),
    () => JSON.stringify({ type: 'request.batch', data: Array.from({ length: 501 }, () => ({})) }),
    () =>
      dice.pick(['', '{', 'null', '[]', '""', '{}', 'NaN', '{"type":null}', '\ufeff{}', '{"type":"request.created"}']),
    () => dice.text(dice.below(2000))
  ])
  return Buffer.from(make())
}

/** A value of any kind at any place of a message that is right elsewhere. */
function strangeAnywhere(dice: Dice): string {
  const body = dice.pick([
    () => message('request.created', aPushedRequest()),
    () => message('partner.upserted', aPushedPartner({ portals: ['a.example'] })),
    () => message('purchase.recorded', { externalId: 's', partnerCode: 'p', at: '2026-01-01T00:00:00Z' })
  ])() as Record<string, unknown>
  const places: [Record<string, unknown>, string][] = []
  const walk = (node: Record<string, unknown>): void => {
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key])
      if (typeof child === 'object' && child !== null) walk(child as Record<string, unknown>)
    }
  }
  walk(body)
  const [node, key] = dice.pick(places)
  node[key] = dice.pick([null, '', [], {}, true, -1, 1e308, '\0', '2026-02-31T00:00:00Z', 'x'.repeat(30_000), [[[]]]])
  return JSON.stringify(body)
}
