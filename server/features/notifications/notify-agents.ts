import type { AppContext } from '../../context.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { JobPayload } from '../../outbox/kinds.ts'
import { findPartner } from '../../partners/repository.ts'
import { findPortal, findSettings } from '../../portals/repository.ts'
import { settingsOf } from '../../portals/settings.ts'
import { prepareNotice, type Desk } from './prepare-notice.ts'
import { findReserved } from './repository.ts'
import { quietUntil, timeZoneOf } from './rules.ts'
import { sendNotice } from './send-notice.ts'
import { noticeQueue } from './spread-requests.ts'
import { textsFor } from './texts.ts'

type Payload = JobPayload<'agent.notify'>

/** Tells a portal's agents in its own messenger, now or when their quiet hours end. */
export async function notifyAgents(ctx: AppContext, payload: Payload): Promise<void> {
  const desk = await readDesk(ctx, payload.memberId)
  if (!desk) return
  const quiet = payload.notice === 'test' ? null : quietOf(ctx, desk)
  const prepared = await prepareNotice(ctx, desk, payload)
  if (!prepared) return
  const later = 'later' in prepared ? prepared.later : quiet
  if (later !== null) await postpone(ctx, payload, later)
  else if (!('later' in prepared)) await sendNotice(ctx, payload.memberId, prepared, textsFor(desk.portal.lang).open)
}

async function readDesk(ctx: AppContext, memberId: string): Promise<Desk | null> {
  const portal = await findPortal(ctx.db, memberId)
  if (portal?.status !== 'installed') return null
  const row = await findSettings(ctx.db, memberId)
  const partner = portal.partnerCode === null ? null : ((await findPartner(ctx.db, portal.partnerCode)) ?? null)
  return { portal, partner, settings: settingsOf(row?.document), keeper: row?.updatedBy ?? null }
}

const quietOf = (ctx: AppContext, { partner, settings }: Desk): string | null =>
  partner && quietUntil(settings.notifications.quietHours, timeZoneOf(partner), ctx.clock.now())

async function postpone(ctx: AppContext, payload: Payload, dueAt: string): Promise<void> {
  const { memberId, subjectId, notice } = payload
  const dedupeKey = `notify:${memberId}:${notice === 'request_new' ? subjectId : `${notice}:${subjectId}`}`
  await enqueue(ctx.db, 'agent.notify', payload, {
    now: ctx.clock.now(),
    dueAt,
    queue: noticeQueue(memberId),
    dedupeKey
  })
}

/** What was noted on a card is told to the agents, too. */
export async function notifyOfNote(ctx: AppContext, { reservationId, note }: JobPayload<'card.note'>): Promise<void> {
  const reservation = await findReserved(ctx.db, reservationId)
  if (!reservation) return
  const { memberId } = reservation
  const notice = note === 'erased' ? 'request_erased' : 'request_withdrawn'
  await enqueue(
    ctx.db,
    'agent.notify',
    { memberId, subjectId: reservationId, notice },
    { now: ctx.clock.now(), queue: noticeQueue(memberId), dedupeKey: `notify:${memberId}:${notice}:${reservationId}` }
  )
}
