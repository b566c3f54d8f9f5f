/** Loaded after the first load: fifteen addresses that English does without. */
export const kitFiles: Record<string, () => Promise<{ default: unknown }>> = {
  de: () => import('@bitrix24/b24ui-nuxt/runtime/locale/de.js'),
  es: () => import('@bitrix24/b24ui-nuxt/runtime/locale/la.js'),
  'pt-BR': () => import('@bitrix24/b24ui-nuxt/runtime/locale/br.js'),
  fr: () => import('@bitrix24/b24ui-nuxt/runtime/locale/fr.js'),
  it: () => import('@bitrix24/b24ui-nuxt/runtime/locale/it.js'),
  pl: () => import('@bitrix24/b24ui-nuxt/runtime/locale/pl.js'),
  tr: () => import('@bitrix24/b24ui-nuxt/runtime/locale/tr.js'),
  'zh-CN': () => import('@bitrix24/b24ui-nuxt/runtime/locale/sc.js'),
  'zh-TW': () => import('@bitrix24/b24ui-nuxt/runtime/locale/tc.js'),
  ja: () => import('@bitrix24/b24ui-nuxt/runtime/locale/ja.js'),
  vi: () => import('@bitrix24/b24ui-nuxt/runtime/locale/vn.js'),
  id: () => import('@bitrix24/b24ui-nuxt/runtime/locale/id.js'),
  ms: () => import('@bitrix24/b24ui-nuxt/runtime/locale/ms.js'),
  th: () => import('@bitrix24/b24ui-nuxt/runtime/locale/th.js'),
  hi: () => import('@bitrix24/b24ui-nuxt/runtime/locale/in.js')
}
