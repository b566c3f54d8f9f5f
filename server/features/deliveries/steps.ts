import { z } from 'zod'

/** Calls of a delivery that create something. */
export const STEP_NAMES = [
  'company',
  'contact',
  'lead',
  'deal',
  'task',
  'note_withdrawn',
  'note_erased',
  'trigger',
  'badge'
] as const
export type StepName = (typeof STEP_NAMES)[number]

/**
 * A step is untouched (absent), under way (`sentAt`: it may have been executed) or done (`id`).
 * Under way survives a crash: it is written before the call goes out.
 */
export interface StepState {
  sentAt?: string | undefined
  id?: number | undefined
}
export type Steps = Partial<Record<StepName, StepState>>

const stepsSchema = z.partialRecord(
  z.enum(STEP_NAMES),
  z.object({ sentAt: z.string().optional(), id: z.number().optional() })
)

export const readSteps = (json: string): Steps => stepsSchema.parse(JSON.parse(json))

/** A lost request may still be applied while the portal lets it run: 60 s. Only then may one look. */
export const SETTLED_AFTER_MS = 61_000
