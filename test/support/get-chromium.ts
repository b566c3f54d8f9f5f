import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.ts'

/** Path of a Chromium that starts: the one that is there, else Debian's package, else Playwright's own. */
export function getChromium(): string {
  const there = findChromium()
  if (there) return there
  const tried: string[] = []
  for (const [command, ...options] of waysToInstall()) {
    console.log(`No Chromium found: ${[command, ...options].join(' ')}`)
    const done = spawnSync(command!, options, { encoding: 'utf8', timeout: 600_000 })
    const found = findChromium()
    if (found) return found
    tried.push(`${command} ${options.join(' ')}: ${done.error?.message ?? lastLines(done.stderr || done.stdout)}`)
  }
  throw new Error(`no Chromium could be had; CHROMIUM_PATH may name one.\n${tried.join('\n')}`)
}

function waysToInstall(): string[][] {
  const isRoot = process.getuid?.() === 0
  const hasApt = spawnSync('apt-get', ['--version']).status === 0
  return [
    ...(isRoot && hasApt
      ? [
          ['apt-get', 'update', '-qq'],
          ['apt-get', 'install', '-y', '-qq', 'chromium']
        ]
      : []),
    ['npx', 'playwright-core', 'install', ...(isRoot && hasApt ? ['--with-deps'] : []), 'chromium']
  ]
}

const lastLines = (text: string): string => text.trim().split('\n').slice(-5).join('\n')
