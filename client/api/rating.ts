import type { Rating } from '../../shared/contract/rating.ts'
import { request } from './request.ts'

export const getRating = (): Promise<Rating> => request('/api/rating')
