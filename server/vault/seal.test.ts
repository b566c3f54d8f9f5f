import { describe, expect, it } from 'vitest'
import { Keys } from './keys.ts'
import { seal, unseal } from './seal.ts'

const key = new Keys(Buffer.alloc(32, 7)).of('contact')

describe('a sealed value', () => {
  it('opens again with its key and context', () => {
    expect(unseal(key, seal(key, 'Erika Muster', 'request-1'), 'request-1').toString()).toBe('Erika Muster')
  })

  it('is different each time, so that equal contacts can not be recognised', () => {
    expect(seal(key, 'same', 'row')).not.toBe(seal(key, 'same', 'row'))
  })

  it('does not open in another row, with another key or after a change', () => {
    const sealed = seal(key, 'Erika Muster', 'request-1')
    expect(() => unseal(key, sealed, 'request-2')).toThrow()
    expect(() => unseal(new Keys(Buffer.alloc(32, 7)).of('token'), sealed, 'request-1')).toThrow()
    const middle = sealed.length - 6
    const changed = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1)
    expect(() => unseal(key, changed, 'request-1')).toThrow()
  })
})
