import express, { Router, type Response } from 'express'
import type { AppContext } from '../../context.ts'
import { guardedRoutes } from '../../http/route.ts'
import { findPartner } from '../../partners/repository.ts'
import { changeOptOut } from './change-opt-out.ts'
import { readOptOut, type OptOut } from './opt-out-link.ts'
import { escapeHtml } from './rules.ts'
import { languageOfCountry, textsFor } from './texts.ts'

const PATH = '/mail/unsubscribe/:token'

/** The link in every mail: a page for people, and the one click of RFC 8058 for their mail programs. */
export function mailRoutes(ctx: AppContext): Router {
  const router = Router()
  for (const method of ['GET', 'POST']) guardedRoutes.set(`${method} ${PATH}`, 'signedLink')
  router.get(PATH, async (request, response) => {
    const optOut = readOptOut(ctx, request.params.token)
    // Looking changes nothing: mail scanners open every link.
    await sendPage(ctx, response, optOut, 'ask')
  })
  router.post(PATH, express.urlencoded({ extended: false, limit: '4kb' }), async (request, response) => {
    const optOut = readOptOut(ctx, request.params.token)
    const body = (request.body ?? {}) as { wish?: unknown }
    const wish = body.wish === 'resume' ? 'resume' : 'stop'
    if (optOut) await changeOptOut(ctx, optOut, wish)
    await sendPage(ctx, response, optOut, wish)
  })
  return router
}

async function sendPage(
  ctx: AppContext,
  response: Response,
  optOut: OptOut | null,
  step: 'ask' | 'stop' | 'resume'
): Promise<void> {
  const partner = optOut && (await findPartner(ctx.db, optOut.partnerCode))
  const lang = languageOfCountry(partner?.homeCountry ?? '')
  const { page } = textsFor(lang)
  response.set('cache-control', 'no-store').type('html')
  if (!optOut) {
    response.status(404).send(pageOf('en', 'Unknown link', '<p>This link is not complete or no longer valid.</p>'))
    return
  }
  const words = { ask: page.ask, stop: page.stopped, resume: page.resumed }[step](optOut.email)
  const next = step === 'stop' ? { wish: 'resume', label: page.resume } : { wish: 'stop', label: page.stop }
  const form = `<form method="post"><button name="wish" value="${next.wish}">${escapeHtml(next.label)}</button></form>`
  response.status(200).send(pageOf(lang, page.title, `<p>${escapeHtml(words)}</p>${form}`))
}

const pageOf = (lang: string, title: string, content: string): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;` +
  `margin:15vh auto;padding:0 1.5rem;color:#333}button{font:inherit;padding:.5rem 1rem}</style></head>` +
  `<body><h1>${escapeHtml(title)}</h1>${content}</body></html>`
