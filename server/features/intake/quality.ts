import type { HeldNote } from './rules.ts'

type Signal = 'links_only' | 'many_links' | 'repeated_text' | 'mixed_scripts' | 'spam_words'

const LINK =
  /(?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@.])[\p{L}\p{N}-]{2,63}\.(?:com|net|org|info|ru|cn|top|xyz|shop|online|site|club|biz|io|co|link|click)(?:\/\S*)?/giu
/** What nobody says who wants a CRM. */
const SPAM_WORDS =
  /\b(?:viagra|cialis|casino|betting|backlinks?|link ?building|guest posts?|seo (?:services?|packages?|experts?|ranking)|first page of google|rank(?:ing)? #?1|payday loans?|quick loans?|forex|binary options|crypto ?currency investment|bitcoin (?:doubler|investment)|earn \$?\d+|make money (?:online|fast)|work from home|lottery|you (?:have )?won|inheritance|nigerian prince|adult dating|sex(?:y|cam)?|porn\w*|escort|replica watches|weight loss|diet pills|web traffic|buy (?:followers|likes|reviews)|mailing list of|email database|cheap (?:pills|viagra))\b|казино|ставки на спорт|заработок в интернете|продвижение сайтов|купить подписчиков|百家乐|博彩|赌场|代开发票|刷单|オンラインカジノ|出会い系|sòng bạc|judi online|slot gacor|คาสิโน|บาคาร่า|कैसीनो|kumar sitesi|bahis sitesi|kasyno online|casino en línea|ganar dinero desde casa|ganhar dinheiro|geld verdienen im internet|gagner de l'argent/giu
const MIXED_WORD = /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}])[\p{L}]{4,}/gu

/** Whether somebody wrote this who wants something done. */
export function checkQuality(request: {
  summary: string
  description?: string | undefined
  contact: { name: string }
}): HeldNote[] {
  const text = `${request.summary}\n${request.description ?? ''}`.normalize('NFKC')
  const notes: HeldNote[] = []
  const missing = missingIn(text, request.contact.name)
  if (missing.length > 0) notes.push({ reason: 'incomplete', evidence: { missing } })
  const signals = spamSignals(text)
  if (signals.length > 0) notes.push({ reason: 'spam', evidence: { signals } })
  return notes
}

function missingIn(text: string, name: string): string[] {
  const missing: string[] = []
  if (!/\p{L}\P{L}*\p{L}/u.test(text)) missing.push('summary')
  if (!/\p{L}/u.test(name)) missing.push('contact.name')
  return missing
}

function spamSignals(text: string): Signal[] {
  const links = text.match(LINK) ?? []
  const words = text.replace(LINK, ' ').match(/[\p{L}\p{M}]{2,}/gu) ?? []
  const letters = words.join('').length
  const isLinksOnly = links.length > 0 && words.length < 3 && letters < 12
  const found: Record<Signal, boolean> = {
    links_only: isLinksOnly,
    many_links: !isLinksOnly && links.length >= 4 && links.join('').length > letters,
    repeated_text: isRepeated(text),
    mixed_scripts: countMixed(text) >= 2,
    spam_words: hasSpamWords(text, links.length > 0)
  }
  return (Object.keys(found) as Signal[]).filter((signal) => found[signal])
}

/** One alone may be somebody's trade. */
function hasSpamWords(text: string, hasLinks: boolean): boolean {
  const kinds = new Set((text.match(SPAM_WORDS) ?? []).map((word) => word.toLowerCase()))
  return kinds.size >= 2 || (kinds.size === 1 && hasLinks)
}

/** Words that mix scripts to pass for others; product names do so by nature. */
function countMixed(text: string): number {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return 0
  return (text.match(MIXED_WORD) ?? []).filter((word) => !/^1|bitrix|битрикс/iu.test(word)).length
}

/** One word or one line again and again, or one key held down. */
function isRepeated(text: string): boolean {
  if (/(\p{L})\1{14}/u.test(text) || /(\p{L}{2,4})\1{7}/u.test(text)) return true
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length >= 12 && new Set(words).size / words.length <= 0.2) return true
  const lines = text
    .toLowerCase()
    .split(/[\n.!?。！？]+/)
    .map((line) => line.trim())
    .filter((line) => line.length > 8)
  return lines.length >= 4 && new Set(lines).size / lines.length <= 0.34
}
