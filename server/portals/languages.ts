/** Bitrix24's own language codes that are not BCP 47 (platform.md §10.3). */
const SPECIAL: Record<string, string> = {
  la: 'es',
  br: 'pt-BR',
  sc: 'zh-CN',
  tc: 'zh-TW',
  vn: 'vi',
  ua: 'uk',
  kz: 'kk',
  in: 'hi'
}

/** BCP 47 tag of a portal's language code; English for what can't be one. */
export function languageOf(code: string | null | undefined): string {
  const name = (code ?? '').trim()
  const special = SPECIAL[name.toLowerCase()]
  if (special) return special
  try {
    return Intl.getCanonicalLocales(name)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
