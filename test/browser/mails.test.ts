import { readdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../server/config/policy.ts'
import type { AppContext } from '../../server/context.ts'
import { composeDigest, type DigestParts } from '../../server/features/mail/compose-digest.ts'
import type { ReleasedRequest } from '../../server/requests/repository.ts'
import { SERVICES } from '../../shared/codes.ts'
import { launchChromium } from '../support/chromium.ts'
import { axeProblems } from './axe.ts'

const LANGUAGES = readdirSync(new URL('../../server/features/mail/texts', import.meta.url))
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'mail-texts')
const NOW = new Date('2026-11-22T12:00:00Z')
const ctx = {
  clock: { now: () => NOW },
  policy: DEFAULT_POLICY,
  config: { bitrix24: { appCode: 'vendor.requests' } }
} as unknown as AppContext

const request = (number: number, valueClass: string, services: readonly string[]) =>
  ({
    ...{ id: `id-${number}`, number, valueClass, country: 'DE', services: JSON.stringify(services) },
    releasedAt: '2026-11-22T10:00:00Z'
  }) as unknown as ReleasedRequest

const digestIn = (lang: string) =>
  composeDigest(ctx, {
    partner: { name: 'Nordlicht Unternehmensberatung GmbH', homeCountry: 'DE', timeZone: 'Europe/Berlin' },
    portal: { lang, domain: 'nordlicht.bitrix24.example', clientEndpoint: 'https://nordlicht.bitrix24.example/rest/' },
    level: 1,
    requests: [request(1, 'standard', SERVICES), request(2, 'standard', ['training']), request(3, 'premium', SERVICES)],
    optOut: `https://requests.example/mail/unsubscribe/v1.${'x'.repeat(120)}`
  } as unknown as DigestParts)

/** Words, and names of services, that stand on two lines; scripts without spaces have no words for a browser. */
const brokenIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const broken: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const word of (node as Text).data.matchAll(/[\p{Script=Latin}\p{Script=Devanagari}\p{M}\d]+/gu)) {
        const range = document.createRange()
        range.setStart(node, word.index)
        range.setEnd(node, word.index + word[0].length)
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) broken.push(word[0])
      }
    for (const service of document.querySelectorAll<HTMLElement>('.service')) {
      const { height } = service.getBoundingClientRect()
      service.style.whiteSpace = 'nowrap'
      const needed = service.getBoundingClientRect()
      const hasRoom = needed.width <= service.parentElement!.clientWidth
      if (hasRoom && height > needed.height) broken.push(service.textContent)
    }
    return broken
  })

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

describe.each(LANGUAGES)('the digest in %s', (lang) => {
  test.each([360, 640])('is whole at %i px, by day and by night', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 600 }, colorScheme })
      await page.setContent(digestIn(lang).html)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await brokenIn(page)).toEqual([])
      expect(await axeProblems(page.mainFrame())).toEqual([])
      await page.close()
    }
  })
})
