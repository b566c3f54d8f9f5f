import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { keepFocus } from './useFocusKeeper.ts'

beforeAll(() => keepFocus())
beforeEach(() => {
  document.body.innerHTML = '<main><section id="bar"><button>Save</button><button>Other</button></section></main>'
})

const save = (): HTMLButtonElement => document.querySelector('button')!
const focused = () => vi.waitFor(() => expect(document.activeElement?.tagName).not.toBe('BODY'))

it('passes the focus on to what stands around a button that vanishes', async () => {
  save().focus()
  save().remove()
  await focused()
  expect(document.activeElement?.id).toBe('bar')
})

it('passes it on further when that vanishes, too', async () => {
  save().focus()
  document.querySelector('#bar')!.remove()
  await focused()
  expect(document.activeElement?.tagName).toBe('MAIN')
})

it('does so for a button that is disabled by its own action', async () => {
  save().focus()
  const button = save()
  button.blur()
  button.disabled = true
  await focused()
  expect(document.activeElement?.id).toBe('bar')
})

it('leaves no stop for Tab behind', async () => {
  save().focus()
  save().remove()
  await focused()
  expect(document.activeElement?.getAttribute('tabindex')).toBe('-1')
  document.querySelector('button')!.focus()
  expect(document.querySelector('#bar')?.hasAttribute('tabindex')).toBe(false)
})

it('takes no focus from where somebody has put it', async () => {
  const [first, other] = document.querySelectorAll('button')
  first!.focus()
  other!.focus()
  first!.remove()
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  expect(document.activeElement).toBe(other)
})
