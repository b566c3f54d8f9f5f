/** Written in traditional characters by its script or, without one, by its region. */
const TRADITIONAL = /^zh-(hant\b|tw$|hk$|mo$)/i

/** The offered language that is nearest to a wanted one; English when none is near. */
export const nearestLanguage = (wanted: string, available: readonly string[]): string => nearestOf([wanted], available)

/** The same for several wanted ones, the most wanted first. */
export function nearestOf(wanted: readonly string[], available: readonly string[]): string {
  for (const one of wanted) {
    const near = nearTo(one, available)
    if (near !== undefined) return near
  }
  return 'en'
}

function nearTo(wanted: string, available: readonly string[]): string | undefined {
  const find = (tag: string) => available.find((one) => one.toLowerCase() === tag.toLowerCase())
  const language = wanted.split('-')[0]?.toLowerCase() ?? ''
  const chinese = language === 'zh' ? find(TRADITIONAL.test(wanted) ? 'zh-TW' : 'zh-CN') : undefined
  const related = available.find((one) => one.split('-')[0]?.toLowerCase() === language)
  return find(wanted) ?? chinese ?? related
}
