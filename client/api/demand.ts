import type { Demand } from '../../shared/contract/demand.ts'
import { request } from './request.ts'

export const getDemand = (): Promise<Demand> => request('/api/demand')
