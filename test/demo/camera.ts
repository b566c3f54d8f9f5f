import { fileURLToPath } from 'node:url'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import type { PartnerKey } from './cast.ts'
import type { DemoWorld } from './demo-world.ts'

export const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const SETTLED_MS = 900

/** A portal's page of one person, ready to be photographed. */
export class Camera {
  readonly page: Page
  readonly #address: string

  private constructor(page: Page, address: string) {
    this.page = page
    this.#address = address
  }

  static async set(browser: Browser, world: DemoWorld, key: PartnerKey | 'staff', userId: number): Promise<Camera> {
    const emulated = key === 'staff' ? world.staffPortal : world.tenant(key).emulated
    const look = { viewport: { width: 1280, height: 720 }, locale: 'en-US', timezoneId: emulated.timeZone }
    const page = await browser.newPage(look)
    return new Camera(page, `${emulated.origin}/marketplace/app/${emulated.app.code}/?user=${userId}`)
  }

  get app(): FrameLocator {
    return this.page.frameLocator('.app-frame')
  }

  async openApp(query = ''): Promise<void> {
    await this.page.goto(this.#address + query)
    await this.app.getByRole('navigation', { name: 'Pages' }).or(this.app.getByText('Set up')).first().waitFor()
    const skip = this.app.getByRole('button', { name: 'Skip the tour' })
    if (await skip.isVisible()) await skip.click()
  }

  async take(name: string): Promise<void> {
    await this.page.waitForTimeout(SETTLED_MS)
    await this.page.screenshot({ path: `${IMAGES}${name}.png`, caret: 'hide' })
  }
}
