import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
]

/** `CHROMIUM_PATH`, the system's browser, or the one that `playwright-core install chromium` has put in place. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : null
  return [...KNOWN_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

export async function launchChromium(more: string[] = []): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error(
      'No Chromium found: set CHROMIUM_PATH, install Debian’s package "chromium", or run `npx playwright-core install chromium`.'
    )
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage', ...more]
  return chromium.launch({ executablePath, args })
}
