import { expect, it } from 'vitest'
import { draftOf } from './useDisputeDraft.ts'

it('keeps what one has begun to write, for each reservation by itself', () => {
  draftOf('a').comment = 'Nobody answers'
  expect(draftOf('a').comment).toBe('Nobody answers')
  expect(draftOf('b').comment).toBe('')
})
