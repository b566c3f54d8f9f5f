import type { z } from 'zod'
import { FIELD_ISSUES, FIELD_TYPES, type FieldIssue } from '../../shared/codes.ts'
import type { FieldError } from '../errors.ts'

const MOST = 50
const MOST_ALLOWED = 30

/** Names each wrong field as `data.contact.name`; values are never repeated, they may be personal. */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  return error.issues.slice(0, MOST).map((issue) => ({
    path: [...(prefix ? [prefix] : []), ...issue.path.map(String)].join('.'),
    message: issue.message.slice(0, 300),
    ...kindOf(issue)
  }))
}

type Issue = z.core.$ZodIssue
type Kind = Pick<FieldError, 'issue' | 'limit' | 'allowed' | 'expected'>

/** What the schema library found, in codes of ours; nothing for what has none. */
function kindOf(issue: Issue): Kind {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue)
    case 'too_big':
      return { issue: SIZES[issue.origin]?.[0] ?? 'too_large', limit: Number(issue.maximum) }
    case 'too_small':
      return ofShort(issue)
    case 'invalid_format':
      return { issue: FORMATS[issue.format] ?? 'wrong_format' }
    case 'invalid_value':
      return unknownOf(issue.values)
    case 'invalid_union':
      return ofUnion(issue)
    case 'custom': {
      const named = FIELD_ISSUES.find((code) => code === issue.params?.issue)
      return named ? { issue: named } : {}
    }
    default:
      return {}
  }
}

const SIZES: Record<string, [tooBig: FieldIssue, tooSmall: FieldIssue]> = {
  string: ['too_long', 'empty'],
  array: ['too_many', 'empty']
}
const FORMATS: Record<string, FieldIssue> = { datetime: 'not_a_time', email: 'not_an_email' }

function ofType({ expected, message }: Extract<Issue, { code: 'invalid_type' }>): Kind {
  // The library keeps the input back, and tells in words alone that there was none.
  if (message.endsWith('received undefined')) return { issue: 'missing' }
  if (expected === 'int') return { issue: 'not_whole' }
  const type = FIELD_TYPES.find((one) => one === expected)
  return { issue: 'wrong_type', ...(type ? { expected: type } : {}) }
}

function ofShort({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): Kind {
  const [, issue] = SIZES[origin] ?? []
  return issue ? { issue } : { issue: 'too_small', limit: Number(minimum) }
}

const unknownOf = (values: readonly unknown[]): Kind => ({
  issue: 'unknown_value',
  allowed: values.slice(0, MOST_ALLOWED).map(String)
})

/** Of a value that may be one of several, the last kind is the usual one: `"permanent"`, or else a time. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Kind {
  if (issue.inclusive !== false && issue.options) return unknownOf(issue.options)
  const usual = issue.errors.at(-1)?.[0]
  return usual ? kindOf(usual) : { issue: 'unknown_value' }
}
