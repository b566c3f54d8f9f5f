import type { Projection, Rating, RatingComparison, RatingMonth } from '../../shared/contract/rating.ts'
import { request } from './request.ts'

export const getRating = (): Promise<Rating> => request('/api/rating')

export const projectRating = (body: { won: string[]; lost: string[] }, signal?: AbortSignal): Promise<Projection> =>
  request('/api/rating/what-if', { method: 'POST', body, signal })

export const getRatingMonths = (): Promise<{ months: RatingMonth[] }> => request('/api/rating/months')

export const getRatingComparison = (): Promise<RatingComparison> => request('/api/rating/comparison')
