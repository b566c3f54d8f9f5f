import { expect, it } from 'vitest'
import { errorOf, networkError, PortalError, TokenError } from './errors.ts'
import { failureOf, readFailure, writeFailure } from './failure.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const said = (code: string, text = '', status = 400) => failureOf(errorOf(code, text, status, NOW)).code

it('tells what a portal’s code means for a person', () => {
  expect(said('QUERY_LIMIT_EXCEEDED', '', 503)).toBe('throttled')
  expect(said('OPERATION_TIME_LIMIT', '', 429)).toBe('throttled')
  expect(said('OVERLOAD_LIMIT', '', 503)).toBe('overload')
  expect(said('expired_token', '', 401)).toBe('token')
  expect(said('insufficient_scope', '', 403)).toBe('no_rights')
  expect(said('', 'Access denied')).toBe('no_rights')
  expect(said('ACCESS_DENIED', 'REST API is available only on commercial plans', 403)).toBe('no_plan')
  expect(said('PAYMENT_REQUIRED', '', 401)).toBe('no_plan')
  expect(said('PORTAL_DELETED', '', 500)).toBe('gone')
  expect(said('ERROR_METHOD_NOT_FOUND', '', 404)).toBe('no_method')
  expect(said('NOT_FOUND')).toBe('not_found')
  expect(said('INTERNAL_SERVER_ERROR', '', 500)).toBe('portal_error')
  expect(said('SOMETHING_NEW', 'Pas possible')).toBe('refused')
})

it('names the field that the CRM did not accept, in whatever language the portal says it', () => {
  const field = (text: string) => failureOf(errorOf('CRM_FIELD_ERROR_REQUIRED', text, 400, NOW)).field
  expect(field('The field "Contract no." is required.')).toBe('Contract no.')
  expect(field('Das Feld „Vertrag“ ist erforderlich')).toBe('Vertrag')
  expect(field('Поле «Договор» обязательно')).toBe('Договор')
  expect(field('「予算」フィールドは必須です')).toBe('予算')
  expect(field('Required')).toBe(null)
})

it('tells a portal that can’t be reached from one that keeps silent or answers a page', () => {
  const network = (code: string) => failureOf(networkError(Object.assign(new Error('x'), { cause: { code } }))).code
  expect([network('ENOTFOUND'), network('ECONNREFUSED'), network('CERT_HAS_EXPIRED')]).toEqual(
    Array(3).fill('unreachable')
  )
  expect([network('ECONNRESET'), failureOf(networkError(new DOMException('x', 'TimeoutError'))).code]).toEqual(
    Array(2).fill('no_answer')
  )
  expect(failureOf(new PortalError('ambiguous', 'HTTP_502', 'no JSON')).code).toBe('bad_answer')
  expect(failureOf(new PortalError('no_token', 'invalid_grant', 'x')).code).toBe('token')
  expect(failureOf(new TokenError('invalid_token', true)).code).toBe('token')
  expect(failureOf(new Error('unknown', { cause: new PortalError('throttled', 'X', 'x') })).code).toBe('throttled')
  expect(failureOf(new TypeError('a fault of ours')).code).toBe('internal')
})

it('is stored as one word, with the field behind it', () => {
  for (const failure of [
    { code: 'field', field: 'Contract no.' },
    { code: 'no_plan', field: null }
  ] as const)
    expect(readFailure(writeFailure(failure))).toEqual(failure)
  expect(readFailure(null)).toBe(null)
})
