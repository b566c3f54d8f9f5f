import type { RatingComparison } from '../../../shared/contract/rating.ts'
import type { AppContext } from '../../context.ts'
import { findRating, type Partner } from '../../partners/repository.ts'
import { listPeers } from './repository.ts'
import { FEWEST_PARTNERS, quartilesOf } from './quartiles.ts'

/** Whole points and whole percents: finer values would tell partners apart. */
const ROUNDED_TO = 0.01

/**
 * The partner among others of its home country, else among all. The group is not of the partner's choosing: two
 * answers for groups that differ by its extra locations would tell what the few in between have.
 */
export async function compareRating(
  ctx: AppContext,
  { code, homeCountry }: Pick<Partner, 'code' | 'homeCountry'>
): Promise<RatingComparison> {
  const own = await findRating(ctx.db, code)
  const near = await listPeers(ctx.db, code, homeCountry)
  const scope = near.length >= FEWEST_PARTNERS ? 'country' : 'all'
  const peers = scope === 'country' ? near : await listPeers(ctx.db, code, null)
  const ratings = quartilesOf(peers.map((peer) => peer.rating))
  const conversions = quartilesOf(peers.flatMap(conversionOf))
  return {
    scope,
    partners: ratings ? peers.length : null,
    rating: ratings && { own: own?.rating ?? 50, quartiles: rounded(ratings, 1) },
    conversion: conversions && {
      own: (own && conversionOf(own)[0]) ?? null,
      quartiles: rounded(conversions, ROUNDED_TO)
    }
  }
}

const conversionOf = ({ won, lost }: { won: number; lost: number }): number[] =>
  won + lost === 0 ? [] : [won / (won + lost)]

const rounded = (values: [number, number, number], step: number) =>
  values.map((value) => Math.round(value / step) * step) as [number, number, number]
