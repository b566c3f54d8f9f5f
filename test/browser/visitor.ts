import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { EmulatedPortal } from '../portal/bitrix24.ts'

/** A person at a browser, who also listens to its console and to all that the app sends it. */
export class Visitor {
  readonly page: Page
  /** What the console says that it should not. */
  readonly complaints: string[] = []
  readonly #context: BrowserContext
  #portal: EmulatedPortal
  #userId: number
  readonly #received: string[] = []
  readonly #reading: Promise<void>[] = []

  private constructor(context: BrowserContext, page: Page, portal: EmulatedPortal, userId: number) {
    this.#context = context
    this.page = page
    this.#portal = portal
    this.#userId = userId
  }

  static async arrive(browser: Browser, portal: EmulatedPortal, userId: number): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-US' })
    const page = await context.newPage()
    const visitor = new Visitor(context, page, portal, userId)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        visitor.complaints.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => visitor.complaints.push(String(error)))
    page.on('response', (response) => {
      const isText = /json|html/.test(response.headers()['content-type'] ?? '')
      if (isText) visitor.#reading.push(response.text().then((text) => void visitor.#received.push(text), ignore))
    })
    return visitor
  }

  /** Another person at the same browser, whose files are loaded already. */
  become(portal: EmulatedPortal, userId: number): void {
    this.#portal = portal
    this.#userId = userId
    this.complaints.length = 0
  }

  /** The app's page in the portal. */
  get app(): FrameLocator {
    return this.page.frameLocator('.app-frame')
  }

  /** The portal's page that the app has opened in a slider. */
  get slider(): FrameLocator {
    return this.page.frameLocator('.page-frame')
  }

  async open(path: string): Promise<void> {
    const separator = path.includes('?') ? '&' : '?'
    await this.page.goto(`${this.#portal.origin}${path}${separator}user=${this.#userId}`)
  }

  openApp(query = ''): Promise<void> {
    return this.open(`/marketplace/app/${this.#portal.app.code}/?${query}`)
  }

  /** The document of the app's page in the portal. */
  async frame(): Promise<Frame> {
    const element = await this.page.locator('.app-frame').elementHandle()
    const frame = await element?.contentFrame()
    if (!frame) throw new Error('there is no frame of the app')
    return frame
  }

  /** Nothing of this was ever sent to the browser, and none of it stands in a page. */
  async expectToKnowNothingOf(secrets: string[]): Promise<void> {
    await Promise.all(this.#reading)
    const pages = await Promise.all(this.page.frames().map((frame) => frame.content()))
    const seen = [...this.#received, ...pages].join('\n').toLowerCase()
    for (const secret of secrets) expect(seen).not.toContain(secret.toLowerCase())
  }

  /** Neither the portal's page nor the app's frame can be scrolled sideways. */
  async expectToFit(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: width < 500 ? 740 : 720 })
    await expect.poll(() => this.#overflow(), { timeout: 3_000 }).toEqual([])
  }

  async #overflow(): Promise<string[]> {
    const measured = await Promise.all(
      this.page.frames().map(async (frame) => {
        const [content, visible] = await frame.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return [scrollWidth, clientWidth] as const
        })
        return content > visible ? [`${new URL(frame.url()).pathname}: ${content} in ${visible}`] : []
      })
    )
    return measured.flat()
  }

  leave(): Promise<void> {
    return this.#context.close()
  }
}

/** A page that is left takes the bodies of its last answers with it. */
const ignore = (): void => undefined
