/**
 * What the demo changes so that minutes show what takes days: standard requests unlock within minutes, a win counts
 * at once and without activity. All else is the default policy.
 */
export const DEMO_POLICY = {
  unlockMinutes: { standard: [3, 1, 0, 0], plus: [1440, 120, 1, 0], premium: [4320, 1440, 1, 0] },
  winReviewHours: 0,
  winNeedsActivity: false
}
