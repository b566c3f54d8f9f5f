/** With fewer, an answer about a group would point at one of its members. */
export const FEWEST_PARTNERS = 5

/** Linear between the neighbours, as spreadsheets do. */
export function quantileOf(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]!
  return below + (sorted[Math.ceil(place)]! - below) * (place % 1)
}

/** Null for a group that is too small to be spoken of. */
export function quartilesOf(values: number[]): [number, number, number] | null {
  if (values.length < FEWEST_PARTNERS) return null
  return [quantileOf(values, 0.25), quantileOf(values, 0.5), quantileOf(values, 0.75)]
}
