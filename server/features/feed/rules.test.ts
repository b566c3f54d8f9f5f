import { describe, expect, it } from 'vitest'
import { legsOf, partsOf } from './rules.ts'

describe('the stretches of the feed', () => {
  it('are the partner’s locations without a filter', () => {
    expect(legsOf(['DE', 'US-CA'], undefined).map((leg) => leg.code)).toEqual(['DE', 'US-CA'])
  })

  it('never leave the partner’s locations', () => {
    expect(legsOf(['DE'], ['FR'])).toEqual([])
    expect(legsOf(['US-CA'], ['US'])).toEqual([{ code: 'US-CA', showsLocked: true }])
  })

  it('hide locked requests behind a filter that is finer than a locked card', () => {
    expect(legsOf(['US'], ['US-CA'])).toEqual([{ code: 'US-CA', showsLocked: false }])
  })

  it('do not show a request twice when the filter names a country and a part of it', () => {
    expect(legsOf(['US'], ['US-CA', 'US'])).toEqual([{ code: 'US', showsLocked: true }])
  })
})

describe('the parts of the feed', () => {
  it('keep locked requests out of an order that would tell their budget or expiry', () => {
    expect(partsOf({ sort: 'budget' })).toEqual([
      { kind: 'unlocked', sort: 'budget' },
      { kind: 'locked', sort: 'newest' }
    ])
  })

  it('leave locked requests out of a search that reads what their cards hide', () => {
    expect(partsOf({ sort: 'newest', q: 'crm' })).toEqual([{ kind: 'unlocked', sort: 'newest' }])
    expect(partsOf({ sort: 'newest', q: 'crm', unlocked: false })).toEqual([])
  })
})
