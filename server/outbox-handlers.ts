import type { AppContext } from './context.ts'
import { noteOnCard } from './features/deliveries/note-on-card.ts'
import { reviveDeliveries } from './features/deliveries/redeliver.ts'
import { sendDelivery } from './features/deliveries/send-delivery.ts'
import { reconcilePortal, verifyPortal } from './features/installation/reconcile-portal.ts'
import { syncOutcomes } from './features/outcomes/sync-outcomes.ts'
import { recalculateRating } from './features/ratings/recalculate-rating.ts'
import type { JobHandlers } from './outbox/worker.ts'

/** The only place where background work meets features. */
export function createJobHandlers(ctx: AppContext): JobHandlers {
  return {
    'delivery.send': ({ reservationId }) => sendDelivery(ctx, reservationId),
    'card.note': (payload) => noteOnCard(ctx, payload),
    'outcome.sync': (payload) => syncOutcomes(ctx, payload),
    'rating.recalculate': (payload) => recalculateRating(ctx, payload),
    'portal.reconcile': async ({ memberId }) => {
      await reconcilePortal(ctx, memberId)
      await reviveDeliveries(ctx, memberId)
    },
    'portal.verify': ({ memberId }) => verifyPortal(ctx, memberId),
    'agent.notify': () => Promise.resolve(),
    'mail.digest': () => Promise.resolve()
  }
}
