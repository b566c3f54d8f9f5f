import type { Request, Response } from 'express'
import type { Me } from '../../../shared/contract/session.ts'
import { lastChange } from '../../changes/repository.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Caller } from '../../http/caller.ts'
import { sendClient, type Boot } from '../../http/client-shell.ts'
import { languagesOf, sendPlainPage } from '../../http/plain-page.ts'
import type { PlainPage } from '../../http/plain-texts.ts'
import { allowFrame } from '../../http/security-headers.ts'
import { findPartner } from '../../partners/repository.ts'
import { languageOf } from '../../portals/languages.ts'
import { updatePortal } from '../../portals/repository.ts'
import { readFrameForm, type FrameForm } from './frame-form.ts'
import { openSession, type OpenedSession } from './open-session.ts'
import { presentMe } from './present-me.ts'

/** Reads the first page of requests for the document; given by app.ts, since it is another feature's. */
export type FirstFeed = (session: OpenedSession, me: Me) => Promise<unknown>

/** Answers the POST by which a portal opens the installer, the app or a widget in its frame. */
export async function openPage(
  ctx: AppContext,
  page: Boot['page'],
  request: Request,
  response: Response,
  firstFeed: FirstFeed
): Promise<void> {
  const query = request.originalUrl.split('?')[1] ?? ''
  let form: FrameForm | undefined
  try {
    form = readFrameForm(query, request.body)
    const session = await openSession(ctx, form)
    const newest = await lastChange(ctx.db)
    if (page === 'install') await noteNewLife(ctx, session)
    const me = await presentMe(ctx, await callerOf(ctx, session))
    const target = page === 'app' && !me.portal.installed ? 'install' : page
    const feed = target === 'app' ? await firstFeed(session, me) : null
    sendClient(
      response,
      bootOf(target, form, session, { me, feed, lastEventId: newest === null ? null : String(newest) }),
      new URL(session.portal.clientEndpoint).origin
    )
  } catch (error) {
    const isOurs = !(error instanceof AppError)
    if (isOurs) ctx.log.error({ err: error, page }, 'a page could not be opened')
    if (form && !isOurs && error.code === 'portal_unavailable')
      tellInItsLanguage(response, page, form, error, claimedOrigin(query))
    else sayPlainly(request, response, isOurs ? 'unavailable' : 'unconfirmed', query)
  }
}

/** Bitrix24 shows the installer only where the app is not installed: the uninstall was missed, or is still to come. */
async function noteNewLife(ctx: AppContext, { portal: { memberId, status }, opener }: OpenedSession): Promise<void> {
  if (status !== 'installed' || !opener.isAdmin) return
  const at = ctx.clock.now().toISOString()
  await updatePortal(ctx.db, memberId, { installedAt: at, updatedAt: at })
}

function bootOf(
  page: Boot['page'],
  form: FrameForm,
  session: OpenedSession,
  state: { me: Me; feed: unknown; lastEventId: string | null }
): Boot {
  const { token, expiresAt, portal, lang } = session
  return {
    page,
    lang,
    memberId: portal.memberId,
    domain: portal.domain,
    serverEndpoint: `${portal.authServer}/rest/`,
    placement: form.placement,
    session: { token, expiresAt, me: state.me },
    feed: state.feed,
    lastEventId: state.lastEventId,
    problem: null
  }
}

async function callerOf(ctx: AppContext, session: OpenedSession): Promise<Caller> {
  const { portal, opener, lang } = session
  return {
    portal,
    user: { id: opener.userId, name: opener.userName, isAdmin: opener.isAdmin },
    lang,
    partner: portal.partnerCode === null ? null : ((await findPartner(ctx.db, portal.partnerCode)) ?? null),
    isStaff: ctx.config.staff.portals.includes(portal.memberId)
  }
}

/** The client without a session: it has the words, and what to do, in the portal's language. */
function tellInItsLanguage(
  response: Response,
  page: Boot['page'],
  form: FrameForm,
  error: AppError,
  origin: string
): void {
  const trouble = error.cause instanceof PortalError && error.cause.kind === 'gone' ? error.cause.code : null
  const boot: Boot = {
    ...{ page, lang: languageOf(form.lang), memberId: form.memberId, domain: form.domain },
    ...{ serverEndpoint: form.serverEndpoint ?? '', placement: form.placement },
    ...{ session: null, feed: null, lastEventId: null },
    problem: { code: error.code, requestId: null, trouble: trouble?.toLowerCase() ?? null }
  }
  sendClient(response.set('retry-after', '5'), boot, origin, 503)
}

/** The plain page tells nothing about anybody, so that the portal that claims to open it may frame it. */
function sayPlainly(request: Request, response: Response, page: PlainPage, query: string): void {
  allowFrame(response, claimedOrigin(query))
  const lang = new URLSearchParams(query).get('LANG')
  sendPlainPage(response, page, languagesOf(request, lang && languageOf(lang)))
}

function claimedOrigin(query: string): string {
  const claim = new URLSearchParams(query)
  const domain = claim.get('DOMAIN') ?? ''
  if (!/^[a-z0-9.-]+(:\d{1,5})?$/i.test(domain)) return "'none'"
  return `${claim.get('PROTOCOL') === '0' ? 'http' : 'https'}://${domain}`
}
