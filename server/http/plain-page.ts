import type { Request, Response } from 'express'
import { nearestOf } from '../../shared/languages.ts'
import { PLAIN_TEXTS, type PlainPage } from './plain-texts.ts'

const STATUS: Record<PlainPage, number> = { outside: 200, unconfirmed: 401, unavailable: 503 }

/** A page without scripts, for what happens outside a portal or before one is known. */
export function sendPlainPage(response: Response, page: PlainPage, languages: string[]): void {
  const lang = nearestOf(languages, Object.keys(PLAIN_TEXTS))
  const { title, text } = PLAIN_TEXTS[lang]![page]
  response
    .status(STATUS[page])
    .set('cache-control', 'no-store')
    .vary('accept-language')
    .type('html')
    .send(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title}</title><link rel="icon" href="data:,"><style>:root{color-scheme:light dark}` +
        `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}` +
        `</style></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
    )
}

/** The portal's own language before those of the browser. */
export const languagesOf = (request: Request, portalLanguage: string | null = null): string[] => [
  ...(portalLanguage === null ? [] : [portalLanguage]),
  ...request.acceptsLanguages()
]
