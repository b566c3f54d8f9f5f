import { isLasting, noteTrouble } from './bitrix24/note-trouble.ts'
import type { AppContext } from './context.ts'
import { emptyJournal } from './db/empty-journal.ts'
import { answerRobot } from './features/deliveries/answer-robot.ts'
import { badgeCard } from './features/deliveries/badge-card.ts'
import { noteOnCard } from './features/deliveries/note-on-card.ts'
import { reviveDeliveries } from './features/deliveries/redeliver.ts'
import { sendDelivery } from './features/deliveries/send-delivery.ts'
import { reconcilePortal, verifyPortal } from './features/installation/reconcile-portal.ts'
import { readItem } from './features/intake/read-item.ts'
import { sendDigest } from './features/mail/send-digest.ts'
import { advanceNotices } from './features/notifications/advance-notices.ts'
import { notifyAgents, notifyOfNote } from './features/notifications/notify-agents.ts'
import { syncOutcomes } from './features/outcomes/sync-outcomes.ts'
import { voidReservation } from './features/outcomes/void-reservation.ts'
import { recalculateRating } from './features/ratings/recalculate-rating.ts'
import type { JobHandlers } from './outbox/worker.ts'

/** The only place where background work meets features. */
export function createJobHandlers(ctx: AppContext): JobHandlers {
  return {
    'delivery.send': ({ reservationId }) => sendDelivery(ctx, reservationId),
    'card.note': async (payload) => {
      await noteOnCard(ctx, payload)
      await notifyOfNote(ctx, payload)
    },
    'card.badge': (payload) => badgeCard(ctx, payload),
    'robot.answer': (payload) => answerRobot(ctx, payload),
    'reservation.void': (payload) => voidReservation(ctx, { ...payload, by: null, unless: 'decided' }),
    'outcome.sync': (payload) => notingTrouble(ctx, payload.memberId, () => syncOutcomes(ctx, payload)),
    'rating.recalculate': (payload) => recalculateRating(ctx, payload),
    'portal.reconcile': async ({ memberId }) => {
      if (await reconcilePortal(ctx, memberId)) await reviveDeliveries(ctx, memberId)
    },
    'portal.verify': async ({ memberId }) => {
      if (await verifyPortal(ctx, memberId)) await reviveDeliveries(ctx, memberId)
    },
    'token.renew': ({ memberId, userId }) =>
      notingTrouble(ctx, memberId, () => ctx.portals.of(memberId, userId).call('app.info')),
    'intake.read': (payload) => readItem(ctx, payload),
    'agent.notify': (payload) => notingTrouble(ctx, payload.memberId, () => notifyAgents(ctx, payload)),
    'notices.advance': (payload) => advanceNotices(ctx, payload),
    'mail.digest': (payload) => sendDigest(ctx, payload),
    'journal.empty': () => emptyJournal(ctx.db)
  }
}

/** Background work that finds the portal gone, or no token, tells its admins. */
async function notingTrouble(ctx: AppContext, memberId: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isLasting(error)) await noteTrouble(ctx.db, memberId, error, ctx.clock.now())
    throw error
  }
}
