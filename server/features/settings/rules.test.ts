import { describe, expect, it } from 'vitest'
import { isLocation } from '../../../shared/contract/values.ts'
import { locationsRefusal } from './rules.ts'

const codeFor = (extras: string[]) => locationsRefusal('DE', extras, 3, isLocation)?.code ?? null

describe('extra locations', () => {
  it('are up to three different ones beside the home country', () => {
    expect(codeFor([])).toBeNull()
    expect(codeFor(['FR', 'US-CA', 'JP'])).toBeNull()
    expect(codeFor(['FR', 'US-CA', 'JP', 'IT'])).toBe('too_many_locations')
  })

  it('never cover the same ground twice', () => {
    expect(codeFor(['DE'])).toBe('validation_failed')
    expect(codeFor(['DE-BE'])).toBe('validation_failed')
    expect(codeFor(['US', 'US-CA'])).toBe('validation_failed')
    expect(codeFor(['US-CA', 'US'])).toBe('validation_failed')
    expect(codeFor(['FR', 'FR'])).toBe('validation_failed')
  })

  it('are known to ISO 3166', () => {
    expect(codeFor(['XX'])).toBe('unknown_location')
    expect(codeFor(['US-XX'])).toBe('unknown_location')
  })
})
