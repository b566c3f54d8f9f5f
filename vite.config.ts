import bitrix24UI from '@bitrix24/b24ui-nuxt/vite'
import { baseCompile } from '@intlify/message-compiler'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { LATER_GROUPS } from './client/word-groups.ts'

type Messages = { [key: string]: string | Messages }

const compile = (value: string | Messages): unknown =>
  typeof value === 'string'
    ? /[{@|]/.test(value)
      ? baseCompile(value, { jit: true, minify: true, location: false }).ast
      : { t: 0, b: { t: 2, s: value } }
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compile(inner)]))

/** A locale file as syntax trees. */
export const compiledMessages = (source: string): unknown => compile(JSON.parse(source) as Messages)

/**
 * Turns locale files into syntax trees while building, so that no message compiler goes to the browser. `?first` is
 * what the first load needs of one, `?later` the rest.
 */
export function compiledLocales(): Plugin {
  return {
    name: 'compiled-locales',
    enforce: 'pre',
    transform(source, id) {
      const found = /\/client\/locales\/(?:console\/)?[\w-]+\.json(?:\?(first|later))?$/.exec(id)
      if (!found) return null
      const part = found[1]
      const groups = Object.entries(JSON.parse(source) as Messages).filter(
        ([group]) => part === undefined || LATER_GROUPS.includes(group) === (part === 'later')
      )
      const json = JSON.stringify(compile(Object.fromEntries(groups)))
      return part === undefined
        ? { code: json, map: null }
        : { code: `export default ${json}`, moduleType: 'js', map: null }
    }
  }
}

export const uiKit = (dts: boolean) =>
  bitrix24UI({
    router: false,
    prose: false,
    mdc: false,
    colorMode: false,
    autoImport: false,
    dts,
    components: { dirs: [] },
    experimental: { componentDetection: true }
  })

export const defines = {
  __VUE_OPTIONS_API__: false,
  __VUE_PROD_DEVTOOLS__: false,
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  __VUE_I18N_FULL_INSTALL__: false,
  __VUE_I18N_LEGACY_API__: false,
  __INTLIFY_PROD_DEVTOOLS__: false,
  __INTLIFY_DROP_MESSAGE_COMPILER__: true
}

export const aliases = { 'vue-i18n': 'vue-i18n/dist/vue-i18n.runtime.esm-bundler.js' }

/** It stays a file of its own, so that the manifest tells where loading starts. */
const ENTRY = /\/client\/(?:main\.ts|index\.html)/

export default defineConfig({
  root: 'client',
  base: '/',
  plugins: [
    compiledLocales(),
    vue(),
    uiKit(true),
    compression({
      threshold: 512,
      exclude: [/\.html$/],
      algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip', { level: 9 })]
    })
  ],
  define: defines,
  resolve: { alias: aliases },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    reportCompressedSize: false,
    // All that the first paint needs is one file: thirty small ones queue for the few connections of HTTP/1.1.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: (id) => !ENTRY.test(id) }] } }
    }
  }
})
