import type { PortalFailureCode } from '../../shared/codes.ts'
import type { PortalFailure } from '../../shared/contract/values.ts'
import { PortalError, TokenError, type PortalErrorKind } from './errors.ts'

const OF_KIND: Partial<Record<PortalErrorKind, PortalFailureCode>> = {
  throttled: 'throttled',
  not_sent: 'unreachable',
  overload: 'overload',
  no_token: 'token'
}

/** Bitrix24's codes (platform.md §3.4) by what a person can do about them. */
const OF_CODE: [pattern: RegExp, code: PortalFailureCode][] = [
  [/^(payment_required|no_rest)$/, 'no_plan'],
  [/^(redirect|missing|no_result|http_\d+)$/, 'bad_answer'],
  [/^(internal_server_error|error_unexpected_answer)$/, 'portal_error'],
  [/^(error_)?method_not_found$|^error_method_not_found/, 'no_method'],
  [/^(access_denied|insufficient_scope|invalid_credentials|wrong_auth_type|allowed_only_intranet_user)$/, 'no_rights'],
  [/^(method_confirm_.*|.*_restricted)$/, 'no_rights'],
  [/^(owner_)?not_found$/, 'not_found'],
  [/^(crm_field_error.*|field_is_required|invalid_arg_value|100)$/, 'field']
]
/** Old methods name no code; these texts of theirs are never translated. */
const OF_TEXT: [pattern: RegExp, code: PortalFailureCode][] = [
  [/^access denied/i, 'no_rights'],
  [/^not found/i, 'not_found']
]

/** What kind of failure it is; the field where the portal named one. */
export function failureOf(error: unknown): PortalFailure {
  if (error instanceof TokenError) return { code: 'token', field: null }
  if (!(error instanceof PortalError)) {
    const { cause } = (error ?? {}) as { cause?: unknown }
    return cause instanceof PortalError ? failureOf(cause) : { code: 'internal', field: null }
  }
  const code = codeOf(error)
  return { code, field: code === 'field' ? fieldIn(error.message) : null }
}

function codeOf({ kind, code, message }: PortalError): PortalFailureCode {
  const ofKind = OF_KIND[kind]
  if (ofKind) return ofKind
  const name = code.toLowerCase()
  const named = OF_CODE.find(([pattern]) => pattern.test(name))
  if (named) return named[1]
  if (kind === 'gone') return 'gone'
  if (kind === 'ambiguous') return 'no_answer'
  return OF_TEXT.find(([pattern]) => pattern.test(message))?.[1] ?? 'refused'
}

const QUOTED = /["“„«「『‹'{]([^"“”„«»「」『』‹›'{}]{1,100})["”“»」』›'}]/

/** A field as the portal calls it: in whatever language, it stands in quotation marks. */
const fieldIn = (text: string): string | null => QUOTED.exec(text)?.[1]?.trim() || null

/** `field Budget`, as it is stored. */
export const writeFailure = ({ code, field }: PortalFailure): string => (field === null ? code : `${code} ${field}`)

export function readFailure(stored: string | null): PortalFailure | null {
  if (stored === null) return null
  const [code, ...field] = stored.split(' ')
  return { code: code as PortalFailureCode, field: field.join(' ') || null }
}
