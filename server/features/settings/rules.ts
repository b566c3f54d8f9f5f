import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { FieldError } from '../../errors.ts'
import { overlap } from '../../partners/locations.ts'

/**
 * Why these extra locations can't be had (product.md §4): unknown codes, too many, or ground that the home country
 * or another one already covers.
 */
export function locationsRefusal(
  homeCountry: string,
  extras: string[],
  max: number,
  isLocation: (code: string) => boolean
): { code: ErrorCode; errors: FieldError[] } | null {
  const error = (index: number, message: string): FieldError => ({ path: `extraLocations.${index}`, message })
  const unknown = extras.flatMap((code, index) => (isLocation(code) ? [] : [error(index, 'unknown location')]))
  if (unknown.length > 0) return { code: 'unknown_location', errors: unknown }
  const doubled = extras.flatMap((code, index) => {
    const before = [homeCountry, ...extras.slice(0, index)]
    return before.some((other) => overlap(other, code)) ? [error(index, 'already covered by another location')] : []
  })
  if (doubled.length > 0) return { code: 'validation_failed', errors: doubled }
  if (extras.length > max)
    return { code: 'too_many_locations', errors: [{ path: 'extraLocations', message: `at most ${max}` }] }
  return null
}
