import { v7 } from 'uuid'

/** Time-ordered (RFC 9562, version 7): rows of one time lie together and sort by age. */
export const newId = (): string => v7()

/** The number that people quote: `R-000123`. */
export const requestNumber = (number: number): string => `R-${String(number).padStart(6, '0')}`
