import type { z } from 'zod'
import type { getPolicy } from '../../../shared/contract/console-records.ts'
import { DEFAULT_POLICY, policySchema, type Policy } from '../../config/policy.ts'
import { AppError } from '../../errors.ts'
import { fieldErrors } from '../../http/field-errors.ts'
import { policyRules } from './policy-rules.ts'

type Tree = Record<string, unknown>
type Shown = z.input<typeof getPolicy.answer>

export function showPolicy({ changeReason: _, ...policy }: Policy): Shown {
  const keys = Object.keys(policy) as (keyof typeof policy)[]
  const changed = keys.filter((key) => JSON.stringify(policy[key]) !== JSON.stringify(DEFAULT_POLICY[key]))
  return { policy: { ...policy }, defaults: { ...DEFAULT_POLICY }, rules: policyRules(), changed }
}

/** The policy in force with some values changed; lists are replaced as a whole. */
export function changedPolicy(policy: Policy, changes: Tree): Policy {
  const parsed = policySchema.safeParse(overlay(policy, changes))
  if (parsed.success) return parsed.data
  throw new AppError('validation_failed', { errors: fieldErrors(parsed.error, 'policy') })
}

function overlay(below: unknown, above: unknown): unknown {
  if (!isTree(below) || !isTree(above)) return above
  return {
    ...below,
    ...Object.fromEntries(Object.entries(above).map(([key, value]) => [key, overlay(below[key], value)]))
  }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)
