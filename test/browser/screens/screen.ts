import type { FrameLocator, Locator, Page } from 'playwright-core'
import type { EmulatedPortal } from '../../portal/bitrix24.ts'
import type { Gallery } from '../gallery.ts'

/** What a step on the way to a screen has at hand; `t` finds a text in the language of the page. */
export interface Scene {
  app: FrameLocator
  page: Page
  t: (key: string) => RegExp
}

export interface Screen {
  name: string
  /** Whose portal, and which user of it. */
  who: (gallery: Gallery) => readonly [EmulatedPortal, number]
  /** What follows the address of the app; made anew at each visit. */
  query?: (gallery: Gallery) => Promise<string> | string
  /** Before the page is opened. */
  prepare?: (gallery: Gallery, page: Page) => Promise<unknown>
  /** From the opened page to the screen. */
  reach?: (scene: Scene) => Promise<unknown>
  /** What tells that the screen is there. */
  sign: (scene: Scene) => Locator
  /** What the console may say here, because the screen is about trouble. */
  mayComplain?: RegExp
}

export const agent = (gallery: Gallery) => [gallery.main, 2] as const
export const admin = (gallery: Gallery) => [gallery.main, 1] as const

export const page = (name: string) => () => `&params[page]=${name}`
export const button = ({ app, t }: Scene, key: string) => app.getByRole('button', { name: t(key) }).first()
export const press = (key: string) => (scene: Scene) => button(scene, key).click()
export const heading = (key: string) => (scene: Scene) => scene.app.getByRole('heading', { name: scene.t(key) }).first()
export const text = (key: string) => (scene: Scene) => scene.app.getByText(scene.t(key)).first()
export const card = ({ app }: Scene) => app.getByRole('article').first()
