import { z } from 'zod'
import type { PolicyRule } from '../../../shared/contract/console-records.ts'
import { policySchema } from '../../config/policy.ts'

type Shape = z.core.JSONSchema.JSONSchema

/** What each value of the policy may be, by its path; `*` stands for any place in a list. */
export const policyRules = (): Record<string, PolicyRule> =>
  Object.fromEntries(rulesOf(z.toJSONSchema(policySchema), '').filter(([path]) => path !== 'changeReason'))

function rulesOf(shape: Shape, path: string): [string, PolicyRule][] {
  const inner = (name: string, part: unknown) => rulesOf(part as Shape, path === '' ? name : `${path}.${name}`)
  if (shape.properties) return Object.entries(shape.properties).flatMap(([name, part]) => inner(name, part))
  if (shape.prefixItems) return shape.prefixItems.flatMap((part, index) => inner(String(index), part))
  if (shape.items) return inner('*', shape.items)
  if (shape.additionalProperties) return inner('*', shape.additionalProperties)
  return [[path, ruleOf(shape)]]
}

function ruleOf(shape: Shape): PolicyRule {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape
  const types = [type].flat()
  if (shape.enum) return { kind: 'choice', choices: shape.enum.map(String) }
  if (types.includes('boolean')) return { kind: 'switch' }
  if (types.includes('string')) return { kind: 'text' }
  return {
    kind: 'number',
    isWhole: types.includes('integer'),
    min: minimum ?? null,
    max: maximum === Number.MAX_SAFE_INTEGER ? null : (maximum ?? null),
    above: typeof exclusiveMinimum === 'number' ? exclusiveMinimum : null,
    below: typeof exclusiveMaximum === 'number' ? exclusiveMaximum : null
  }
}
