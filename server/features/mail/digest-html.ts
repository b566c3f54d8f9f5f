import type { Body, Line } from './compose-digest.ts'
import { separatorIn } from '../../requests/service-names.ts'
import { escapeHtml } from './rules.ts'

/** Mail programs know little CSS; what they don't know leaves a plain, readable mail. Light and dark. */
const STYLE =
  ':root{color-scheme:light dark}' +
  'body{margin:0;background:#f4f6f8;color:#1f2b3a;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif}' +
  '.card{max-width:600px;margin:0 auto;padding:24px;background:#fff;box-sizing:border-box;overflow-wrap:break-word}' +
  ':lang(ja){word-break:auto-phrase}.service{display:inline-block}' +
  'ul{padding:0;margin:16px 0;list-style:none}li{padding:10px 0;border-top:1px solid #dfe4ea}' +
  'a{color:#0b62c4}.door{display:inline-block;padding:10px 20px;border-radius:8px;background:#0b62c4;color:#fff;text-decoration:none}' +
  '.foot{margin-top:24px;font-size:13px;color:#5b6778}' +
  '@media (prefers-color-scheme:dark){body{background:#12161c;color:#e6ebf1}.card{background:#1b212a}li{border-color:#333d4a}' +
  'a{color:#7db8ff}.door{background:#1f6fd1;color:#fff}.foot{color:#a3afbd}}'

export function digestHtml(subject: string, body: Body): string {
  const { lang, before, lines, after, appPage, texts, optOut } = body
  const list = lines.length === 0 ? '' : `<ul>${lines.map((line) => item(line, lang)).join('')}</ul>`
  const door = appPage === null ? paragraph(texts.howToOpen) : `<p>${anchor(appPage, texts.open, ' class="door"')}</p>`
  const foot = `<p class="foot">${escapeHtml(texts.why)}<br>${anchor(optOut, texts.unsubscribe)}</p>`
  return (
    `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
    '<meta name="supported-color-schemes" content="light dark">' +
    `<title>${escapeHtml(subject)}</title><style>${STYLE}</style></head><body><div class="card">` +
    `${before.map(paragraph).join('')}${list}${after.map(paragraph).join('')}${door}${foot}</div></body></html>`
  )
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`

const anchor = (link: string, words: string, more = ''): string =>
  `<a href="${escapeHtml(link)}"${more}>${escapeHtml(words)}</a>`

/** No service is broken in two where it has room on a line of its own. */
function item({ title, services, link }: Line, lang: string): string {
  const separator = separatorIn(lang)
  const names = services.map((name, index) => {
    const words = index < services.length - 1 ? name + separator.trimEnd() : name
    return `<span class="service">${escapeHtml(words)}</span>`
  })
  const head = link === null ? `<b>${escapeHtml(title)}</b>` : anchor(link, title)
  return `<li>${head}<br>${names.join(separator.endsWith(' ') ? ' ' : '')}</li>`
}
