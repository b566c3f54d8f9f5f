import { createRequire } from 'node:module'

// A JSON import would make Node 20 print a warning.
const registered = createRequire(import.meta.url)('tlds') as string[]
/** Those of IANA, and those reserved for examples and inner networks. */
const TOP_LEVELS = new Set([...registered, 'example', 'test', 'invalid', 'localhost', 'local', 'lan', 'onion'])
/** Endings of files rather than of hosts, as long as no scheme stands before and no path behind. */
const FILE_ENDINGS = new Set(['zip', 'mov', 'md', 'py', 'sh', 'rs', 'ps', 'java', 'cab', 'app', 'bz', 'pub'])
const FILE_STEMS =
  /^(?:readme|index|main|app|test|script|setup|config|backup|export|import|data|report|changelog|license|install|deploy|run|build)$/
/** Products and companies that are called by their domain: naming them tells nothing of a client. */
const PRODUCTS =
  /^(?:www\.)?(?:bitrix24\.[a-z]{2,3}(?:\.[a-z]{2})?|bitrix24\.(?:network|market|team|docs|store|site|shop|cloud)|1c-bitrix\.(?:ru|com)|bitrixsoft\.com|asp\.net|vb\.net|ado\.net|\.net|node\.js|vue\.js|react\.js|next\.js|socket\.io|draw\.io|monday\.com|booking\.com|amazon\.[a-z.]{2,6}|ebay\.[a-z.]{2,6}|google\.com|salesforce\.com|hubspot\.com|pipedrive\.com|odoo\.com|make\.com|zapier\.com|notion\.so|wix\.com|shopify\.com|office\.com|trello\.com|slack\.com|zoho\.com|amocrm\.(?:ru|com)|kommo\.com|tilda\.cc|allegro\.pl|otto\.de|mercadolibre\.com(?:\.[a-z]{2})?|mercadolivre\.com\.br|shopee\.[a-z.]{2,6}|lazada\.[a-z.]{2,6}|tokopedia\.com|trendyol\.com|hepsiburada\.com|check24\.de|indeed\.com|outlook\.com|cal\.com|meet\.google\.com|drupal\.org|wordpress\.org|openai\.com|fonts\.com|sap\.com|crm\.(?:deal|lead|contact|company|item|activity)s?|jurnal\.id|power\.?bi\.com|mailchimp\.com|stripe\.com|paypal\.com|github\.com|gitlab\.com|atlassian\.com)$/
/** Short words that follow a full stop whose space was forgotten: "help.It is". */
const LITTLE_WORDS = new Set(
  'it in is so no to at as me my be by do us am im es de la le se si al an il li lo ma mi ne na su te tu va ve co et eu ai as id ng ly my pm'.split(
    ' '
  )
)
const LEGAL = /(?:^|\.)(?:co|pvt|pte|sdn|pty|s\.a|sp\.z\.o)$/

export const isProduct = (host: string): boolean => PRODUCTS.test(host)

export const isTopLevel = (label: string): boolean => TOP_LEVELS.has(label) || /^xn--[a-z0-9-]+$/.test(label)

/** Whether a dotted word without scheme and path is a host by which the client can be found. */
export function isHost(host: string, original: string): boolean {
  const labels = host.split('.')
  const top = labels.at(-1) ?? ''
  const stem = labels.slice(0, -1).join('.')
  if (labels.length < 2 || !isTopLevel(top) || PRODUCTS.test(host)) return false
  if (labels.includes('') || /^\d+$/.test(labels.at(-2) ?? '')) return /^\d+$/.test(stem) && top.length > 2
  if (labels.every((label) => [...label].length === 1)) return false
  // "m.in.", "M.Sc."
  if (labels.length === 2 && stem.length === 1 && !/^(?:x\.com|[tm]\.me|[tg]\.co)$/.test(host)) return false
  return !isLegalForm(stem, top) && !isFile(labels, stem, top) && !isTwoSentences(labels, top, original)
}

const isLegalForm = (stem: string, top: string): boolean => /^(?:ltd|inc|gmbh)$/.test(top) && LEGAL.test(stem)

const isFile = (labels: string[], stem: string, top: string): boolean =>
  labels.length === 2 && FILE_ENDINGS.has(top) && (FILE_STEMS.test(stem) || top === 'zip' || top === 'mov')

/** A capital after the stop, but not before it or of a little word: "help.It is". */
function isTwoSentences(labels: string[], top: string, original: string): boolean {
  const shown = original.split(/[.。]/).at(-1) ?? ''
  const first = original.slice(0, 1)
  return (
    labels.length === 2 && /^\p{Lu}\p{Ll}*$/u.test(shown) && (LITTLE_WORDS.has(top) || first === first.toLowerCase())
  )
}
