import { after, DAY } from '../../clock.ts'
import type { AppContext } from '../../context.ts'
import type { MailDigestTable } from '../../db/tables/news.ts'
import { newId } from '../../ids.ts'
import { ineligibility } from '../../partners/eligibility.ts'
import { findPartner, findRating, listExtraLocations, type Partner } from '../../partners/repository.ts'
import { composeDigest } from './compose-digest.ts'
import { optOutLink } from './opt-out-link.ts'
import { momentOf } from './plan-digests.ts'
import { findDigest, findHomePortal, listNewRequests, listOpenRequests, saveDigest, wantsNoMail } from './repository.ts'
import { failureOf } from './rules.ts'
import { sendLetter } from './smtp.ts'

const MOST_REQUESTS = 500
const STALE_MS = DAY

type Addressee = Partner & { email: string }

/**
 * Sends a partner its digest, at most one an hour. What goes into it is decided once and kept until the mail server
 * has taken it: a try after a lost answer is the same message.
 */
export async function sendDigest(ctx: AppContext, { partnerCode }: { partnerCode: string }): Promise<void> {
  if (ctx.config.mail === null) return
  const partner = await findAddressee(ctx, partnerCode)
  const stored = await findDigest(ctx.db, partnerCode)
  if (!partner) {
    if (stored?.digestId) await saveDigest(ctx.db, withoutPending(stored))
    return
  }
  const { oldest, lastSentBefore } = momentOf(ctx.clock.now())
  const first = partner.createdAt > oldest ? partner.createdAt : oldest
  const digest = stored ?? { partnerCode, coveredTo: first, lastSentAt: null, lastError: null, ...NOTHING_PENDING }
  if (digest.lastSentAt !== null && digest.lastSentAt > lastSentBefore) return
  const pending = digest.digestId === null ? await decide(ctx, partner, digest) : digest
  if (pending) await send(ctx, partner, pending)
}

const NOTHING_PENDING = { digestId: null, digestTo: null, requestIds: null }
const withoutPending = (digest: MailDigestTable): MailDigestTable => ({ ...digest, ...NOTHING_PENDING })

async function findAddressee(ctx: AppContext, partnerCode: string): Promise<Addressee | null> {
  const partner = await findPartner(ctx.db, partnerCode)
  if (!partner || partner.status === 'bronze' || ineligibility(partner, ctx.clock.now()).length > 0) return null
  const { email } = partner
  return email === null || (await wantsNoMail(ctx.db, partnerCode, email)) ? null : { ...partner, email }
}

async function decide(ctx: AppContext, partner: Addressee, digest: MailDigestTable): Promise<MailDigestTable | null> {
  const { now, settled } = momentOf(ctx.clock.now())
  const locations = [partner.homeCountry, ...(await listExtraLocations(ctx.db, partner.code))]
  const span = { partnerCode: partner.code, locations, after: digest.coveredTo, until: settled, now }
  const ids = await listNewRequests(ctx.db, { ...span, limit: MOST_REQUESTS })
  if (ids.length === 0) {
    await saveDigest(ctx.db, { ...digest, coveredTo: settled })
    return null
  }
  const pending = { ...digest, digestId: newId(), digestTo: settled, requestIds: JSON.stringify(ids) }
  await saveDigest(ctx.db, pending)
  return pending
}

async function send(ctx: AppContext, partner: Addressee, digest: MailDigestTable): Promise<void> {
  const now = ctx.clock.now()
  const at = now.toISOString()
  const coveredTo = digest.digestTo ?? digest.coveredTo
  const ids = JSON.parse(digest.requestIds ?? '[]') as string[]
  const requests = await listOpenRequests(ctx.db, ids, at)
  if (requests.length === 0) {
    await saveDigest(ctx.db, { ...withoutPending(digest), coveredTo })
    return
  }
  try {
    await sendLetter(ctx, await letterOf(ctx, partner, digest, requests))
    await saveDigest(ctx.db, { ...withoutPending(digest), coveredTo, lastSentAt: at, lastError: null })
  } catch (error) {
    const lastError = (error as Error).message.slice(0, 300)
    if (failureOf(error as object) === 'refused') {
      ctx.log.warn({ partnerCode: partner.code, code: (error as { code?: string }).code }, 'a digest was refused')
      await saveDigest(ctx.db, { ...withoutPending(digest), coveredTo, lastSentAt: at, lastError })
      return
    }
    const isStale = coveredTo < after(now, -STALE_MS)
    await saveDigest(ctx.db, { ...(isStale ? withoutPending(digest) : digest), lastError })
    if (!isStale) throw error
  }
}

async function letterOf(
  ctx: AppContext,
  partner: Addressee,
  digest: MailDigestTable,
  requests: Awaited<ReturnType<typeof listOpenRequests>>
) {
  const optOut = optOutLink(ctx, { partnerCode: partner.code, email: partner.email })
  const level = (await findRating(ctx.db, partner.code))?.level ?? 1
  const portal = await findHomePortal(ctx.db, partner.code)
  return {
    ...composeDigest(ctx, { partner, level, portal, requests, optOut }),
    to: partner.email,
    messageId: `<digest-${digest.digestId}@${new URL(ctx.config.publicUrl).hostname}>`,
    optOut
  }
}
