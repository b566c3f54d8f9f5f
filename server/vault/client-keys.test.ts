import { describe, expect, it } from 'vitest'
import { Keys } from './keys.ts'
import { companyKey, hostOf, mailboxKey, personKey } from './client-keys.ts'
import { clientFingerprints, partnerFingerprints } from './fingerprints.ts'

describe('a client is recognised again', () => {
  it.each([
    ['Müller & Söhne GmbH', 'MUELLER UND SOEHNE'.replace(' UND', ''), true],
    ['ООО «Ромашка»', 'Romashka LLC', true],
    ['株式会社サクラ', 'サクラ', true],
    ['Acme S.p.A.', 'ACME', true],
    ['Kowalski Sp. z o.o.', 'kowalski', true],
    ['Yıldız San. ve Tic. Ltd. Şti.', 'Yildiz ve', true],
    ['Công ty TNHH Sao Mai', 'Sao Mai', true],
    ['Acme North', 'Acme South', false]
  ])('by its company: %s and %s', (one, other, isSame) => {
    expect(companyKey(one) === companyKey(other)).toBe(isSame)
  })

  it.each([
    ['Dr. Jürgen Müller', 'mueller, juergen'],
    ['Владимир Иванов', 'Vladimir Ivanov'],
    ['José Peña', 'JOSE PENA']
  ])('by its person: %s and %s', (one, other) => {
    expect(personKey(one)).toBe(personKey(other))
  })

  it('by its mailbox, whatever the case, tag or, at Gmail, dots', () => {
    expect(mailboxKey('Anna.Test+crm@GoogleMail.com')).toBe(mailboxKey('annatest@gmail.com'))
    expect(mailboxKey('a.b@acme.example')).not.toBe(mailboxKey('ab@acme.example'))
    expect(mailboxKey('no address')).toBeNull()
  })
})

describe('a partner is found behind a request', () => {
  const keys = new Keys(Buffer.alloc(32, 1))
  const partner = partnerFingerprints(keys, { name: 'Acme GmbH', email: 'office@acme.example', domains: [] })
  const meets = (contact: { name: string; company?: string; email?: string; website?: string }) =>
    clientFingerprints(keys, contact, null).some(({ kind, hash }) =>
      partner.some((one) => one.kind === kind && one.hash === hash)
    )

  it('by its domain, also above a subdomain or on a website, and by its company', () => {
    expect(meets({ name: 'A', email: 'x@mail.acme.example' })).toBe(true)
    expect(meets({ name: 'A', website: 'https://www.acme.example/about' })).toBe(true)
    expect(meets({ name: 'A', company: 'ACME' })).toBe(true)
    expect(meets({ name: 'A', email: 'x@other.example', company: 'Other' })).toBe(false)
  })

  it('not by a domain that many people share', () => {
    const ofGmail = partnerFingerprints(keys, { name: 'Acme', email: 'acme@gmail.com', domains: [] })
    expect(ofGmail.map((one) => one.kind)).toEqual(['company'])
  })

  it('reads hosts however they are written', () => {
    expect(hostOf('HTTPS://www.Acme.example:8080/x?y')).toBe('acme.example')
    expect(hostOf('acme')).toBeNull()
  })
})
