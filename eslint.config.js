import { readdirSync } from 'node:fs'
import prettier from 'eslint-config-prettier'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const here = (path) => new URL(path, import.meta.url)
const namesIn = (folder) =>
  readdirSync(here(folder), { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'))

/**
 * The import rule (ARCHITECTURE.md): a room of the server imports only from rooms of earlier lines.
 * Rooms of one line don't know each other.
 */
export const SERVER_ROOMS = [
  ['errors.ts', 'clock.ts', 'ids.ts', 'log.ts'],
  ['config'],
  ['db'],
  ['vault', 'scrubbing', 'audit', 'changes'],
  ['partners'],
  ['portals'],
  ['requests'],
  ['outbox'],
  ['bitrix24'],
  ['context.ts'],
  ['http'],
  ['webhooks'],
  ['features'],
  ['staff-console.ts'],
  ['app.ts', 'outbox-handlers.ts', 'timers.ts'],
  ['start.ts', 'supervisor.ts'],
  ['main.ts', 'child.ts', 'commands']
]

const ROOTS = ['client', 'manifest', 'server', 'shared', 'test']
const MANIFEST_READERS = ['features', 'app.ts']

/** Zones for `import-x/no-restricted-paths`; `features` are the folders in server/features. */
export function importZones(features) {
  const roots = (except) => ROOTS.filter((root) => !except.includes(root)).map((root) => `./${root}`)
  const rooms = SERVER_ROOMS.flatMap((line, index) =>
    line.map((room) => ({
      target: `./server/${room}`,
      from: './server',
      except: [room, ...SERVER_ROOMS.slice(0, index).flat()],
      message: `server/${room} stands left of it: see SERVER_ROOMS in eslint.config.js.`
    }))
  )
  const strangers = SERVER_ROOMS.flat().filter((room) => !MANIFEST_READERS.includes(room))
  return [
    { target: './shared', from: roots(['shared']), message: 'shared knows nothing of the rest.' },
    { target: './manifest', from: roots(['shared', 'manifest']), message: 'manifest knows only shared.' },
    { target: './client', from: roots(['shared', 'client']), message: 'The client sees only shared.' },
    { target: './server', from: ['./client', './test'], message: 'The server sees only shared and manifest.' },
    {
      target: strangers.map((room) => `./server/${room}`),
      from: './manifest',
      message: 'Only features and app.ts read the manifest.'
    },
    { target: './test/portal', from: roots(['test']), message: 'The emulated Bitrix24 imports nothing of ours.' },
    { target: './test/portal', from: './test', except: ['./portal'], message: 'The emulated Bitrix24 stands alone.' },
    ...rooms,
    ...features.map((feature) => ({
      target: `./server/features/${feature}`,
      from: './server/features',
      except: [`./${feature}`],
      message: 'A feature hands over by an outbox row, or both are called in app.ts or outbox-handlers.ts.'
    }))
  ]
}

for (const { name } of namesIn('./server/'))
  if (!SERVER_ROOMS.flat().includes(name) && !name.endsWith('.test.ts'))
    throw new Error(`server/${name} has no place in SERVER_ROOMS of eslint.config.js`)

/** What computes only: no store, no network, no time of its own. Such a file imports values from the like only. */
const PURE = [
  'server/features/*/rules.ts',
  'server/features/outcomes/item-state.ts',
  'server/features/ratings/expected-chance.ts',
  'server/outbox/retry-policy.ts',
  'server/partners/{eligibility,locations}.ts',
  'server/requests/unlock.ts'
]
const PURE_VALUES =
  /^(?:\.\.?\/)+(?:shared\/.*|manifest\/.*|clock|partners\/(?:eligibility|locations)|locations|requests\/unlock|item-state|expected-chance)\.ts$/

const STORES = ['server/db/**', 'server/**/repository.ts', 'server/portals/tokens.ts']
const SQL = 'Only db/ and repository.ts files know SQL.'

const restrictedSyntax = {
  env: {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only config/env.ts reads it.'
  },
  sql: {
    selector: 'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom)$/]',
    message: SQL
  }
}
const noFetch = ['error', { name: 'fetch', message: 'Only bitrix24/http.ts and the client’s api/ call out.' }]

export default ts.config(
  {
    ignores: [
      'dist/',
      'data/',
      'coverage/',
      'client/components.d.ts',
      'client/auto-imports.d.ts',
      'client/node_modules/'
    ]
  },
  ts.configs.recommendedTypeChecked,
  vue.configs['flat/recommended'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'test/crash/*.mjs'] },
        extraFileExtensions: ['.vue']
      }
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.vue', '.js', '.json'] })] },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        { zones: importZones(namesIn('./server/features/').map(({ name }) => name)) }
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // Optional fields count as branches: a plain list of them is not hard to read.
      complexity: ['error', { max: 17, variant: 'modified' }]
    }
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // Takes the bar of a union type in a template for a filter.
    rules: { 'vue/no-deprecated-filter': 'off' }
  },
  {
    // vue-i18n declares what `useI18n` answers as methods, which are used apart from it by design.
    files: ['client/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' }
  },
  {
    // The grammar of what people write: many small questions about one stretch of text.
    files: ['server/scrubbing/*.ts'],
    rules: { complexity: ['error', 26] }
  },
  {
    // A migration is a list of columns.
    files: ['server/db/migrations/*.ts'],
    rules: { 'max-lines-per-function': 'off' }
  },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  {
    files: ['server/**/*.ts', 'shared/**/*.ts', 'manifest/**/*.ts', 'client/**/*.ts', 'client/**/*.vue'],
    ignores: ['**/*.test.ts', 'server/bitrix24/http.ts', 'client/api/request.ts', 'client/api/reach.ts'],
    rules: { 'no-restricted-globals': noFetch }
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['**/*.test.ts', ...STORES],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'kysely', message: SQL, allowTypeImports: true }] }
      ],
      'no-restricted-syntax': ['error', restrictedSyntax.env, restrictedSyntax.sql]
    }
  },
  {
    // Schemas are the server's: their library is large, and tries what the client's content policy forbids.
    files: ['client/**/*.ts', 'client/**/*.vue'],
    ignores: ['**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: 'shared/contract/|^zod$', allowTypeImports: true, message: 'The client takes types only.' }
          ]
        }
      ]
    }
  },
  { files: STORES, ignores: ['**/*.test.ts'], rules: { 'no-restricted-syntax': ['error', restrictedSyntax.env] } },
  { files: ['server/config/env.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: PURE,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'kysely', message: SQL, allowTypeImports: true }],
          patterns: [
            {
              regex: `^(?=\\.)(?!${PURE_VALUES.source.slice(1)})`,
              allowTypeImports: true,
              message: 'Rules only compute.'
            },
            { regex: '^node:|^express|^pg$|^better-sqlite3$', allowTypeImports: true, message: 'Rules only compute.' },
            { regex: 'clock\\.ts$', importNames: ['wallClock'], message: 'Rules are given the time.' }
          ]
        }
      ],
      'no-restricted-globals': [...noFetch, { name: 'process', message: 'Rules only compute.' }],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }]
    }
  },
  {
    files: ['test/**', '**/*.test.ts'],
    rules: {
      // Answers are looked into, not typed by our own contract; a `describe` is one long function.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      complexity: ['error', 22]
    }
  },
  prettier
)
