import { describe, expect, it } from 'vitest'
import { scrub } from './scrub.ts'

const left = (text: string, country: string) => scrub(text, {}, { country }).text

describe('a number told in parts is cut in all of them', () => {
  it.each([
    ['MX', 'Marque lada 477 más 555 más 0136.', 'Marque lada […] más […] más […].'],
    ['CA', 'Faites le 418 suivi de trois fois 5, puis 0175.', 'Faites le […] suivi de […], puis […].'],
    ['IT', 'Componga 0577, seguito da cinque cinque cinque e da 019.', 'Componga […], seguito da […] e da […].'],
    [
      'JP',
      '〇四五のあとに五五五、そのあとに〇一六八とおかけください。',
      '[…]のあとに[…]、そのあとに[…]とおかけください。'
    ],
    [
      'TR',
      'Alan kodu 224, numara 555 ile başlar, 0146 ile biter.',
      'Alan kodu […], numara […] ile başlar, […] ile biter.'
    ]
  ])('%s: %s', (country, text, expected) => expect(left(text, country)).toBe(expected))

  it.each([
    ['DE', 'Zuerst 120 Nutzer, dann 300 Nutzer, die Nummer der Filialen ist 14.'],
    ['GB', 'The number of orders was 450 first, then 1200 orders, then 3000 orders.'],
    ['ES', 'El número de pedidos fue 450, luego 800 y después 1200 pedidos.']
  ])('%s: counts stay: %s', (country, text) => expect(left(text, country)).toBe(text))
})

describe('a mailbox goes with its host', () => {
  it.each([
    ['発注はkeiri★minato.exampleへ', '発注は[…]へ'],
    ['La mail è grazia, poi la chiocciola, poi ilmelograno.example', 'La mail è […]'],
    ['order〔at〕hoitaihong〔dot〕example', '[…]'],
    ["There's a tour of the depot at www.harbour.example", "There's a tour of the depot at […]"]
  ])('%s', (text, expected) => expect(left(text, 'IT')).toBe(expected))
})
