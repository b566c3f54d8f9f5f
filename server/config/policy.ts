import { z } from 'zod'

const minutesPerLevel = z.array(z.number().min(0)).min(1)
const threshold = z.object({ users: z.number().min(0), budgetEur: z.number().min(0) })

/** Every number of product.md that may be changed without a change of code, with its default. */
export const policySchema = z
  .object({
    partnersPerRequest: z.number().int().min(1).max(5).default(5),
    extraLocations: z.number().int().min(0).max(20).default(3),
    requestExpiryDays: z.number().positive().default(30),
    /** An open request that nobody has reserved for longer is shown to staff. */
    untakenHours: z.number().positive().default(48),
    duplicateDays: z.number().min(0).default(30),
    sweepMinutes: z.number().positive().default(15),
    unlockMinutes: z
      .object({
        standard: minutesPerLevel.default([60, 30, 10, 0]),
        plus: minutesPerLevel.default([1440, 120, 30, 0]),
        premium: minutesPerLevel.default([4320, 1440, 120, 0])
      })
      .prefault({}),
    valueClass: z
      .object({
        plus: threshold.default({ users: 25, budgetEur: 5000 }),
        premium: threshold.default({ users: 100, budgetEur: 20_000 })
      })
      .prefault({}),
    /** `low` of the first level is null: everybody reaches it. */
    levels: z
      .array(z.object({ low: z.number().nullable(), daily: z.number().int().min(0), inWork: z.number().int().min(0) }))
      .min(1)
      .default([
        { low: null, daily: 3, inWork: 5 },
        { low: 0.75, daily: 5, inWork: 8 },
        { low: 0.92, daily: 8, inWork: 12 },
        { low: 1.08, daily: 10, inWork: 15 }
      ]),
    levelHysteresis: z.number().min(0).default(0.05),
    minMaturedOutcomes: z.number().int().min(0).default(5),
    rating: z
      .object({
        halfLifeDays: z.number().positive().default(180),
        prior: z.number().positive().default(4),
        /** Days without progress in the CRM → maturity of an open reservation. */
        maturity: z.array(z.tuple([z.number().min(0), z.number().min(0).max(1)])).default([
          [30, 0.5],
          [60, 0.75],
          [90, 1]
        ]),
        minCell: z.number().int().min(1).default(30),
        windowDays: z.number().positive().default(365),
        defaultCloseRate: z.number().min(0).max(1).default(0.5),
        gateQuantile: z.number().gt(0).lt(1).default(0.25)
      })
      .prefault({}),
    winProof: z.enum(['stage', 'key']).default('stage'),
    winReviewHours: z.number().min(0).default(72),
    winNeedsActivity: z.boolean().default(true),
    deletedGraceDays: z.number().min(0).default(14),
    firstContactHours: z.number().positive().default(24),
    requireUserCertificate: z.boolean().default(false),
    contactRulesVersion: z.string().min(1).default('1'),
    /** Contacts of requests closed for longer than this are erased. */
    contactRetentionDays: z.number().positive().default(730),
    /** Price of one euro in a currency; a budget in another currency takes no part in the value class. */
    eurRates: z.record(z.string(), z.number().positive()).default({}),
    /** Why the file was changed: it goes into the audit log. */
    changeReason: z.string().trim().max(300).optional()
  })
  .strict()
  .superRefine((policy, issues) => {
    for (const [name, minutes] of Object.entries(policy.unlockMinutes))
      if (minutes.length !== policy.levels.length)
        issues.addIssue({ code: 'custom', path: ['unlockMinutes', name], message: 'one value a level is expected' })
  })

export type Policy = z.infer<typeof policySchema>
export const DEFAULT_POLICY: Policy = policySchema.parse({})
