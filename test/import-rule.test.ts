import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import ts from 'typescript-eslint'

const root = join(import.meta.dirname, '..')
interface LintConfig {
  SERVER_ROOMS: string[][]
  importZones: (features: string[]) => { target: string | string[]; from: string | string[]; except?: string[] }[]
}
const configFile: string = '../eslint.config.js'
const { SERVER_ROOMS, importZones } = (await import(configFile)) as LintConfig

/** The project's own configuration, without types: the planted files exist nowhere. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [ts.configs.disableTypeChecked],
  ruleFilter: ({ ruleId }) => /^import-x\/|no-restricted-/.test(ruleId)
})

/** Rules that a file would break, as `line rule`. */
async function reports(filePath: string, lines: string[]): Promise<string[]> {
  const [result] = await eslint.lintText(`${lines.join('\n')}\n`, { filePath: join(root, filePath) })
  const broken = result!.messages.map((message) => `${message.line} ${message.ruleId ?? message.message}`)
  return [...new Set(broken)]
}

const planted = (from: string, to: string, word = 'import'): string => {
  const path = relative(join(from, '..'), to)
  return `${word} '${path.startsWith('.') ? path : `./${path}`}'`
}
const everyLine = (lines: string[], rule = 'import-x/no-restricted-paths') =>
  lines.map((_, index) => `${index + 1} ${rule}`)

const features = readdirSync(join(root, 'server/features'))
/** A file that is there in a room, to import. */
function fileIn(room: string): string {
  if (room.endsWith('.ts')) return `server/${room}`
  const all = readdirSync(join(root, 'server', room), { recursive: true, encoding: 'utf8' }).sort()
  return join(
    'server',
    room,
    all.find((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))!
  )
}
/** A file that is not there, to import from. */
const newFileIn = (room: string): string =>
  room.endsWith('.ts') ? `server/${room}` : `server/${room}/${room === 'features' ? 'feed/' : ''}planted.ts`

describe('rooms of the server', () => {
  const rooms = SERVER_ROOMS.flatMap((line, place) => line.map((room) => ({ room, place })))

  it.each(rooms)('$room imports from earlier rooms and from no other', async ({ room, place }) => {
    const file = newFileIn(room)
    const others = rooms.filter((other) => other.room !== room)
    const later = others.filter((other) => other.place >= place).map((other) => planted(file, fileIn(other.room)))
    expect(await reports(file, later)).toEqual(everyLine(later))
    const earlier = others.filter((other) => other.place < place).map((other) => planted(file, fileIn(other.room)))
    expect(await reports(file, earlier)).toEqual([])
  })

  it.each(features)('%s imports no other feature', async (feature) => {
    const file = `server/features/${feature}/planted.ts`
    const others = features.filter((other) => other !== feature)
    const lines = others.map((other) => planted(file, fileIn(`features/${other}`)))
    expect(await reports(file, lines)).toEqual(everyLine(lines))
  })

  it('cover a feature that comes tomorrow', () => {
    const zones = importZones(['tomorrow']).filter(({ target }) => target === './server/features/tomorrow')
    expect(zones).toMatchObject([{ from: './server/features', except: ['./tomorrow'] }])
  })
})

describe('roots', () => {
  const OURS = {
    client: 'client/boot.ts',
    manifest: 'manifest/app.ts',
    server: 'server/errors.ts',
    shared: 'shared/codes.ts',
    support: 'test/support/wait.ts',
    portal: 'test/portal/clock.ts'
  }

  it.each<[string, (keyof typeof OURS)[]]>([
    ['client/composables/planted.ts', ['shared', 'client']],
    ['client/components/app/Planted.vue', ['shared', 'client']],
    ['shared/planted.ts', ['shared']],
    ['shared/contract/planted.ts', ['shared']],
    ['manifest/planted.ts', ['shared', 'manifest']],
    ['server/features/feed/planted.ts', ['shared', 'manifest', 'server']],
    ['server/db/planted.ts', ['shared']],
    ['test/portal/rest/planted.ts', ['portal']],
    ['test/flows/planted.test.ts', ['client', 'manifest', 'server', 'shared', 'support', 'portal']]
  ])('%s sees %j and nothing else', async (file, allowed) => {
    const script = file.endsWith('.vue') ? ['<script setup lang="ts">'] : []
    const end = script.length > 0 ? ['</script>', '<template><p /></template>'] : []
    for (const [name, target] of Object.entries(OURS))
      for (const word of ['import', 'export * from']) {
        if (end.length > 0 && word !== 'import') continue
        if (file.startsWith('server/db') && name === 'server') continue
        const broken = await reports(file, [...script, planted(file, target, word), ...end])
        const isAllowed = allowed.includes(name as keyof typeof OURS)
        expect(broken, `${word} ${target}`).toEqual(
          isAllowed ? [] : [`${script.length + 1} import-x/no-restricted-paths`]
        )
      }
  })

  it('are closed to imports at run time and to types as well', async () => {
    const lines = [
      "const { x } = await import('../../server/errors.ts')",
      "import type { AppError } from '../../server/errors.ts'"
    ]
    expect(await reports('client/composables/planted.ts', lines)).toEqual(everyLine(lines))
  })
})

describe('what only some files may do', () => {
  const kysely = "import { sql } from 'kysely'"
  const query = "export const rows = db.selectFrom('portal').selectAll()"
  const outside = 'export const answer = fetch(url)'
  const env = 'export const port = process.env.PORT'

  it.each<[string, string, string, string[]]>([
    [
      'kysely values',
      kysely,
      '@typescript-eslint/no-restricted-imports',
      ['server/db/planted.ts', 'server/features/feed/repository.ts']
    ],
    ['queries', query, 'no-restricted-syntax', ['server/db/planted.ts', 'server/features/feed/repository.ts']],
    ['calls to the outside', outside, 'no-restricted-globals', ['server/bitrix24/http.ts']],
    ['the environment', env, 'no-restricted-syntax', ['server/config/env.ts']]
  ])('%s', async (_what, line, rule, homes) => {
    for (const home of homes) expect(await reports(home, [line]), home).toEqual([])
    for (const file of ['server/features/feed/planted.ts', 'server/features/feed/routes.ts', 'server/http/planted.ts'])
      expect(await reports(file, [line]), file).toEqual([`1 ${rule}`])
  })

  it('the client calls from its api only', async () => {
    expect(await reports('client/composables/planted.ts', [outside])).toEqual(['1 no-restricted-globals'])
    expect(await reports('client/api/request.ts', [outside])).toEqual([])
  })

  it('the client takes types of the contract, and no schemas', async () => {
    const file = 'client/composables/planted.ts'
    const contract = "'../../shared/contract/requests.ts'"
    const restricted = ['1 @typescript-eslint/no-restricted-imports']
    expect(await reports(file, [`import { unlockedRequest } from ${contract}`])).toEqual(restricted)
    expect(await reports(file, ["import { z } from 'zod'"])).toEqual(restricted)
    expect(await reports(file, [`import type { UnlockedRequest } from ${contract}`])).toEqual([])
  })

  it('types of kysely are free', async () => {
    expect(await reports('server/features/feed/planted.ts', ["import type { Selectable } from 'kysely'"])).toEqual([])
  })
})

describe('rules', () => {
  const file = 'server/features/feed/rules.ts'

  it.each([
    "import { transact } from '../../db/transaction.ts'",
    "import { listFeed } from './repository.ts'",
    "import { wallClock } from '../../clock.ts'",
    "import { randomUUID } from 'node:crypto'",
    "import express from 'express'",
    'export const now = Date.now()',
    'export const chance = Math.random()',
    'export const answer = fetch(url)',
    'export const port = process.env.PORT'
  ])('only compute: %s', async (line) => {
    expect((await reports(file, [line])).length).toBeGreaterThan(0)
  })

  it.each([
    "import { SERVICES } from '../../../shared/codes.ts'",
    "import { after, DAY } from '../../clock.ts'",
    "import { covers } from '../../partners/locations.ts'",
    "import type { Db } from '../../db/database.ts'",
    "import quantile from '@stdlib/stats-base-dists-gamma-quantile'"
  ])('may have: %s', async (line) => {
    expect(await reports(file, [line])).toEqual([])
  })
})
