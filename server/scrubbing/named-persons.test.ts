import { describe, expect, it } from 'vitest'
import { scrub, type KnownContact } from './scrub.ts'

const left = (text: string, known: KnownContact = {}, country = 'DE') => scrub(text, known, { country }).text

describe('another person at the client is cut', () => {
  it.each([
    ['Ansprechpartner in der IT ist Herr Thorben Kleinschmidt.', 'Ansprechpartner in der IT ist Herr […].'],
    ['Il referente informatico è Gaspare Tiraboschi.', 'Il referente informatico è […].'],
    ['Người phụ trách kỹ thuật là anh Đoàn Quốc Bảo.', 'Người phụ trách kỹ thuật là anh […].'],
    ['资讯窗口是欧阳婉真小姐。', '资讯窗口是[…]小姐。'],
    ['情報システム部の五十嵐 拓真さんが窓口です。', '情報システム部の[…]さんが窓口です。'],
    ['Abraço,\nTiê Lacerda', 'Abraço,\n[…]']
  ])('%s', (text, expected) => expect(left(text)).toBe(expected))

  it.each([
    'Herr Peter Baumann aus dem Einkauf testet das System.',
    'Don Ernesto Rivas revisa el inventario.',
    '佐藤 健さんが試します。',
    'Ansprechpartner: Human Resources und Team Vertrieb.'
  ])('but nobody who is only told of: %s', (text) => expect(left(text)).toBe(text))

  it('and who is asked for is cut behind a title', () => {
    expect(left('Bitte fragen Sie nach Herrn Peter Baumann.')).toBe('Bitte fragen Sie nach Herrn […].')
    expect(left('Llame a don Ernesto Rivas.')).toBe('Llame a don […].')
    expect(left('Mr. John Carter, our CTO, can be reached at noon.')).toBe('Mr. […], our CTO, can be reached at noon.')
  })

  it('but no product and nobody without a full name', () => {
    for (const text of ['Frau Dell nimmt sonst ab.', 'Responsable: Google Ads', 'Mr. Right'])
      expect(left(text)).toBe(text)
  })
})

describe('a name that is a word as well', () => {
  const marsh = { name: 'Will Marsh', company: 'Bright Harbour Logistics Ltd' }

  it('stays in small letters and goes as a name', () => {
    expect(left('The marsh restoration starts in May.', marsh)).toBe('The marsh restoration starts in May.')
    expect(left('Please ask for Marsh.', marsh)).toBe('Please ask for […].')
    expect(left('更高明的方案', { name: '高明' }, 'CN')).toBe('更高明的方案')
    expect(left('找高明，谢谢', { name: '高明' }, 'CN')).toBe('找[…]，谢谢')
  })

  it('takes the form of its company along', () => {
    expect(left('Die Bright Harbour Logistics KG hat zwei Lager.', marsh)).toBe('Die […] hat zwei Lager.')
  })
})

describe('numbers of things', () => {
  it.each([
    'Artikelnummern sehen bei uns so aus: 4711-0815-22.',
    'A Lei nº 13.709/2018 exige consentimento.',
    'Sipariş no SP-0532-555 raporda görünmeli.'
  ])('stay: %s', (text) => expect(left(text)).toBe(text))
})
