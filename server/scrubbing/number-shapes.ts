/** 1,000,000 or 1.000.000,50 or 12,50,000. */
export function isGrouped(text: string): boolean {
  return (
    /^[1-9]\d{0,2}(?:[ .,'_]\d{3})+(?:[.,]\d{1,2})?$/.test(text) ||
    /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d{1,2})?$/.test(text)
  )
}

/** Versions and IP addresses. */
export const isVersion = (text: string): boolean =>
  /^[1-9]\d{0,2}(?:\.\d{1,3}){3}\/\d{1,2}$/.test(text) ||
  (/^[1-9]\d{0,2}(?:\.\d{1,4}){1,3}$/.test(text) &&
    (text.replace(/\D/g, '').length <= 8 ||
      text.split('.').every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)))

/** 1 2 3 4 5, 100/200/300 */
export function isCounting(text: string): boolean {
  const parts = text.split(/\D+/).filter((part) => part !== '')
  if (parts.length < 3 || /^[+(]/.test(text) || parts.some((part) => /^0\d/.test(part))) return false
  const numbers = parts.map(Number)
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0)
  return (
    step > 0 &&
    parts.length >= (step === 1 ? 5 : 3) &&
    (step === 1 || parts.every((part) => part.endsWith('0') || part.endsWith('5'))) &&
    numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step)
  )
}

/** Amounts, ranges of amounts, compact dates. */
export function isRound(text: string, digits: string): boolean {
  if (/000$/.test(digits) && (isGrouped(text) || /^\d+$/.test(text))) return true
  if (/^\d+ ?[-/] ?\d+$/.test(text)) {
    const [low = '', high = ''] = text.split(/ ?[-/] ?/)
    return Number(low) < Number(high) && low.length <= high.length && /[05]$/.test(low) && /[059]$/.test(high)
  }
  if (/^\d[\d.,' ]* ?- ?\d[\d.,' ]*$/.test(text))
    return text.split('-').every((side) => isGrouped(side.trim()) || /^\d{1,3}$/.test(side.trim()))
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/.test(digits) && /^\d+$/.test(text)
}

const TIMES =
  /(?<![\d][.-]|\d)(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20|25(?=[5-9]))\d{2}|(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:19|20|25(?=[5-9]))\d{2}|(?:19|20|25(?=[5-9]))\d{2}[./-](?:0?[1-9]|1[0-2])(?:[./-](?:0?[1-9]|[12]\d|3[01]))?|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?|(?:[01]?\d|2[0-4])[.:][0-5]\d ?- ?(?:[01]?\d|2[0-4])[.:][0-5]\d|(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d(?![.-]\d)|(?:19|20|25(?=[5-9]))\d{2} ?[-/] ?(?:(?:19|20|25(?=[5-9]))\d{2}|\d{2}))(?!\d)/g

/** Dates, times, years and spans of them; what is left would be too short for a number. */
export function isTimes(text: string): boolean {
  if (/^[(+]/.test(text)) return false
  if (/^20\d\d-\d\d-\d\d[_ -]\d\d-\d\d(?:-\d\d)?$/.test(text)) return true
  if (/^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d{2}$/.test(text)) return true
  // 09.30, 20-25
  if (/^(?:[01]?\d|2[0-4])[.:h][0-5]\d,\s?\d{1,3}(?:\s?-\s?\d{1,3})?$/.test(text)) return true
  const rest = text.replace(TIMES, ' ')
  return rest !== text && rest.replace(/\D/g, '').length < 5
}
