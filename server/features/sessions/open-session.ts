import { HOUR, after } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { AppError } from '../../errors.ts'
import { hashOfToken, newSessionToken } from '../../http/session-token.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { languageOf } from '../../portals/languages.ts'
import { registerPortal } from '../../portals/register-portal.ts'
import { findPortal, insertSession, notePerson, updatePortal, type Portal } from '../../portals/repository.ts'
import { failedStep } from '../../portals/setup.ts'
import { ForgedToken } from '../../bitrix24/auth-servers.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import { verifyOpener, type Opener } from '../../bitrix24/verify-opener.ts'
import type { Trx } from '../../db/database.ts'

export interface Opening {
  memberId: string
  domain: string
  accessToken: string
  serverEndpoint: string | null
  lang: string | null
  /** Only the portal's own POST carries these. */
  refreshToken: string | null
  expiresInS: number
  applicationToken: string | null
}

export interface OpenedSession {
  token: string
  expiresAt: string
  opener: Opener
  portal: Portal
  lang: string
}

const SESSION_MS = HOUR

/** Verifies the opening user with Bitrix24 and opens a session. Throws `unauthenticated` or `portal_unavailable`. */
export async function openSession(ctx: AppContext, opening: Opening): Promise<OpenedSession> {
  const opener = await verify(ctx, opening)
  const now = ctx.clock.now()
  const token = newSessionToken()
  const expiresAt = after(now, SESSION_MS)
  const lang = languageOf(opening.lang)
  const portal = await transact(ctx.db, async (trx) => {
    const registered = await registerPortal(trx, opener, opening.lang, now.toISOString())
    await keepTokens(ctx, trx, registered, opener, opening, now)
    const { memberId, userId, userName } = opener
    await notePerson(trx, { memberId, userId, name: userName, lang, seenAt: now.toISOString() })
    await insertSession(trx, {
      tokenHash: hashOfToken(token),
      ...{ memberId, userId, userName },
      isAdmin: opener.isAdmin ? 1 : 0,
      lang,
      expiresAt,
      createdAt: now.toISOString()
    })
    return (await findPortal(trx, opener.memberId))!
  })
  return { token, expiresAt, opener, portal, lang }
}

async function verify(ctx: AppContext, opening: Opening): Promise<Opener> {
  const known = await findPortal(ctx.db, opening.memberId)
  const named = opening.serverEndpoint === null ? undefined : ctx.authServers.allowed(opening.serverEndpoint)
  if (opening.serverEndpoint !== null && named === undefined)
    throw new AppError('unauthenticated', { detail: 'the auth server is not one of Bitrix24' })
  const authServers = named ? [named] : [...new Set([known?.authServer, ...ctx.authServers.all])].filter(isText)
  try {
    return await verifyOpener(ctx.authServers, ctx.portals, { ...opening, authServers })
  } catch (error) {
    if (error instanceof ForgedToken) {
      ctx.log.warn({ memberId: opening.memberId, reason: error.reason }, 'an opener was not accepted')
      throw new AppError('unauthenticated', {}, error)
    }
    if (error instanceof PortalError) throw new AppError('portal_unavailable', {}, error)
    throw error
  }
}

const isText = (value: string | undefined): value is string => value !== undefined

/**
 * Keeps an admin's tokens for background work. A session that brings no refresh token never replaces a stored
 * pair; it only helps where nothing works, and then whatever waited for a token goes on.
 */
async function keepTokens(
  ctx: AppContext,
  trx: Trx,
  portal: Portal,
  opener: Opener,
  opening: Opening,
  now: Date
): Promise<void> {
  const at = now.toISOString()
  if (opening.applicationToken !== null) {
    const applicationTokenHash = ctx.keys.hash('application-token', opening.applicationToken)
    if (applicationTokenHash !== portal.applicationTokenHash)
      await updatePortal(trx, portal.memberId, { applicationTokenHash, updatedAt: at })
  }
  if (!opener.isAdmin) return
  const isNeeded = opening.refreshToken !== null || !(await ctx.tokens.find(trx, opener.memberId, opener.userId))
  if (isNeeded)
    await ctx.tokens.save(
      trx,
      {
        memberId: opener.memberId,
        userId: opener.userId,
        accessToken: opening.accessToken,
        refreshToken: opening.refreshToken,
        expiresAt: after(now, opening.expiresInS * 1000)
      },
      at
    )
  await healByOpening(trx, portal, now)
}

/** The portal has just answered to an admin: whatever stood in the way may be gone, a block by hand too. */
async function healByOpening(trx: Trx, portal: Portal, now: Date): Promise<void> {
  const { memberId, status, trouble, heldUntil } = portal
  if (status !== 'installed' || (trouble === null && failedStep(portal) === null)) return
  if (heldUntil !== null) await updatePortal(trx, memberId, { heldUntil: null, updatedAt: now.toISOString() })
  const dedupeKey = `reconcile:${memberId}`
  await enqueue(trx, 'portal.reconcile', { memberId }, { now, queue: memberId, dedupeKey })
}
