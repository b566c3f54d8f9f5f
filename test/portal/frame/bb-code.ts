import { escapeText, Html } from './html.ts'

const PAIRS: Array<[RegExp, string]> = [
  [/\[b\](.*?)\[\/b\]/gis, '<b>$1</b>'],
  [/\[i\](.*?)\[\/i\]/gis, '<i>$1</i>'],
  [/\[u\](.*?)\[\/u\]/gis, '<u>$1</u>'],
  [/\[s\](.*?)\[\/s\]/gis, '<s>$1</s>'],
  [/\[user=\d+\](.*?)\[\/user\]/gis, '<b>$1</b>'],
  [/\[p\](.*?)\[\/p\]/gis, '<p>$1</p>'],
  [/\[\*\]/g, '<br>• '],
  [/\[\/?list(=\d+)?\]/gi, ''],
  [/\[br\]|\n/gi, '<br>']
]

/** The BB codes that messages and CRM comments may carry. Links go to http(s) or stay inside the portal. */
export function renderBbCode(message: string): Html {
  let text = escapeText(message)
  text = text.replaceAll(/\[url=((?:[^[\]]|\[[^\]]*\])+)\](.*?)\[\/url\]/gis, (_, url: string, label: string) =>
    link(url, label)
  )
  text = text.replaceAll(/\[url\](.*?)\[\/url\]/gis, (_, url: string) => link(url, url))
  for (const [pattern, replacement] of PAIRS) text = text.replaceAll(pattern, replacement)
  return new Html(text)
}

function link(url: string, label: string): string {
  const isInner = url.startsWith('/')
  if (!isInner && !/^https?:\/\//.test(url)) return label
  return `<a href="${url}"${isInner ? '' : ' target="_blank" rel="noopener"'}>${label}</a>`
}
