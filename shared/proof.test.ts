import { expect, it } from 'vitest'
import { normaliseProof } from './proof.ts'

it('knows one proof however it is written', () => {
  expect(normaliseProof(' B24-1234-ab ')).toBe(normaliseProof('b24 1234 AB'))
  expect(normaliseProof('https://Acme.bitrix24.de/company/')).toBe('acme.bitrix24.de')
  expect(normaliseProof('acme.bitrix24.de')).toBe('acme.bitrix24.de')
  expect(normaliseProof('---')).toBe('')
})
