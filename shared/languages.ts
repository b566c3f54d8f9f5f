/** Written in traditional characters by its script or, without one, by its region. */
const TRADITIONAL = /^zh-(hant\b|tw$|hk$|mo$)/i

/** The offered language that is nearest to a wanted one; English when none is near. */
export function nearestLanguage(wanted: string, available: readonly string[]): string {
  const find = (tag: string) => available.find((one) => one.toLowerCase() === tag.toLowerCase())
  const language = wanted.split('-')[0]?.toLowerCase() ?? ''
  const chinese = language === 'zh' ? find(TRADITIONAL.test(wanted) ? 'zh-TW' : 'zh-CN') : undefined
  const related = available.find((one) => one.split('-')[0]?.toLowerCase() === language)
  return find(wanted) ?? chinese ?? related ?? 'en'
}
