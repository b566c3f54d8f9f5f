import { describe, expect, it } from 'vitest'
import { dropRefusal, mergeRefusal, releaseRefusal } from './rules.ts'

const now = new Date('2026-11-22T12:00:00.000Z')
const held = {
  id: 'a',
  state: 'held' as const,
  hasConsent: 1,
  wantedExpiresAt: null,
  freeSlots: 5,
  maxPartners: 5,
  mergedInto: null
}

describe('staff decide about a held request', () => {
  it('release it unless the client did not agree or its time is over', () => {
    expect(releaseRefusal(held, now)).toBeNull()
    expect(releaseRefusal({ ...held, hasConsent: 0 }, now)?.code).toBe('wrong_state')
    expect(releaseRefusal({ ...held, wantedExpiresAt: '2026-11-22T11:59:59.000Z' }, now)?.code).toBe('wrong_state')
    expect(releaseRefusal({ ...held, state: 'open' }, now)?.code).toBe('wrong_state')
  })

  it('drop only what is held', () => {
    expect(dropRefusal(held)).toBeNull()
    expect(dropRefusal({ ...held, state: 'full' })?.code).toBe('wrong_state')
  })

  it('merge a duplicate that nobody has into another living request', () => {
    const original = { ...held, id: 'b', state: 'full' as const, freeSlots: 0 }
    expect(mergeRefusal(held, original)).toBeNull()
    expect(mergeRefusal(held, undefined)?.code).toBe('validation_failed')
    expect(mergeRefusal(held, held)?.code).toBe('validation_failed')
    expect(mergeRefusal(held, { ...original, state: 'erased' })?.code).toBe('validation_failed')
    expect(mergeRefusal({ ...held, state: 'open', freeSlots: 4 }, original)?.code).toBe('wrong_state')
  })
})
