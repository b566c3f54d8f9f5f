import express, { Router, type Request, type Response } from 'express'
import type { AppContext } from '../../context.ts'
import { guardedRoutes } from '../../http/route.ts'
import { findPartner } from '../../partners/repository.ts'
import { changeOptOut } from './change-opt-out.ts'
import { readOptOut, type OptOut } from './opt-out-link.ts'
import { findHomePortal } from './repository.ts'
import { escapeHtml } from './rules.ts'
import { languageOf, textsFor } from './texts.ts'

const PATH = '/mail/unsubscribe/:token'

/** The link in every mail: a page for people, and the one click of RFC 8058 for their mail programs. */
export function mailRoutes(ctx: AppContext): Router {
  const router = Router()
  for (const method of ['GET', 'POST']) guardedRoutes.set(`${method} ${PATH}`, 'signedLink')
  router.get(PATH, async (request, response) => {
    const optOut = readOptOut(ctx, request.params.token)
    // Looking changes nothing: mail scanners open every link.
    await sendPage(ctx, request, response, { optOut, step: 'ask' })
  })
  router.post(PATH, express.urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const optOut = readOptOut(ctx, request.params.token)
    const body = (request.body ?? {}) as { wish?: unknown }
    const wish = body.wish === 'resume' ? 'resume' : 'stop'
    if (optOut) await changeOptOut(ctx, optOut, wish)
    await sendPage(ctx, request, response, { optOut, step: wish })
  })
  return router
}

async function sendPage(
  ctx: AppContext,
  request: Request,
  response: Response,
  { optOut, step }: { optOut: OptOut | null; step: 'ask' | 'stop' | 'resume' }
): Promise<void> {
  response.set('cache-control', 'no-store').type('html')
  if (!optOut) {
    const lang = request.acceptsLanguages()[0] ?? 'en'
    const { unknown } = textsFor(lang).page
    response.status(404).send(pageOf(lang, unknown.title, `<p>${escapeHtml(unknown.text)}</p>`))
    return
  }
  const partner = await findPartner(ctx.db, optOut.partnerCode)
  const portal = await findHomePortal(ctx.db, optOut.partnerCode)
  const lang = languageOf(portal, partner?.homeCountry ?? 'US')
  const { page } = textsFor(lang)
  const words = { ask: page.ask, stop: page.stopped, resume: page.resumed }[step](optOut.email)
  const next = step === 'stop' ? { wish: 'resume', label: page.resume } : { wish: 'stop', label: page.stop }
  const form = `<form method="post"><button name="wish" value="${next.wish}">${escapeHtml(next.label)}</button></form>`
  response.status(200).send(pageOf(lang, page.title, `<p>${escapeHtml(words)}</p>${form}`))
}

const pageOf = (lang: string, title: string, content: string): string =>
  `<!doctype html><html lang="${escapeHtml(lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>:root{color-scheme:light dark}` +
  'body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;overflow-wrap:anywhere}' +
  'button{font:inherit;padding:.5rem 1rem}</style></head>' +
  `<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`
