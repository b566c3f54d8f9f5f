import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

const MOST_TABS = 120

/** Somebody who has no mouse; every stop on the way must be seen. */
export class Keyboard {
  readonly #visitor: Visitor

  constructor(visitor: Visitor) {
    this.#visitor = visitor
  }

  press(key: string): Promise<void> {
    return this.#visitor.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.#visitor.page.keyboard.type(text)
  }

  /** The name of what has the focus in the frame, empty when nothing has. */
  async focused(): Promise<string> {
    const frame = await this.#visitor.frame()
    return frame.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return ''
      return (element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? '').trim() || element.tagName
    })
  }

  /** Walks by Tab until something of this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    const passed: string[] = []
    const isThere = (text: string) => (typeof name === 'string' ? text === name : name.test(text))
    const frame = await this.#visitor.frame()
    await frame.evaluate(() => window.focus())
    for (let count = 0; count < MOST_TABS; count++) {
      const now = await this.focused()
      if (isThere(now)) return
      passed.push(now)
      await this.press('Tab')
      if ((await this.focused()) !== '') await this.#expectToBeSeen()
      else await frame.evaluate(() => window.focus())
    }
    throw new Error(`${String(name)} can't be reached; passed: ${passed.join(' | ')}`)
  }

  /** After every action something in the frame has the focus. */
  async expectFocus(): Promise<void> {
    await expect.poll(() => this.focused(), { timeout: 2_000 }).not.toBe('')
  }

  async expectFocusIn(selector: string): Promise<void> {
    const frame = await this.#visitor.frame()
    const isInside = (inside: string) => document.activeElement?.closest(inside) !== null
    await expect.poll(() => frame.evaluate(isInside, selector), { timeout: 2_000 }).toBe(true)
  }

  async #expectToBeSeen(): Promise<void> {
    const frame = await this.#visitor.frame()
    const look = await frame.evaluate(() => {
      const element = document.activeElement!
      const ring = (style: CSSStyleDeclaration) =>
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
      const styles = [element, element.parentElement ?? element].flatMap((one) => [
        getComputedStyle(one),
        getComputedStyle(one, '::after'),
        getComputedStyle(one, '::before')
      ])
      const isField = element.matches('input, textarea, select')
      return { isSeen: isField || styles.some(ring), html: element.outerHTML.slice(0, 200) }
    })
    expect(look.isSeen ? '' : look.html, 'what has the focus unseen').toBe('')
  }
}
