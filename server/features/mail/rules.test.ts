import { describe, expect, it } from 'vitest'
import { escapeHtml, failureOf } from './rules.ts'

describe('a failed sending', () => {
  it.each([
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused'],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'passing'],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'passing'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'passing'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'passing'],
    [{ code: 'ETIMEDOUT', command: 'DATA' }, 'passing']
  ] as const)('%j is %s', (error, failure) => {
    expect(failureOf(error)).toBe(failure)
  })
})

it('a partner’s name is no markup', () => {
  expect(escapeHtml('<b>"A" & \'B\'</b>')).toBe('&#60;b&#62;&#34;A&#34; &#38; &#39;B&#39;&#60;/b&#62;')
})
