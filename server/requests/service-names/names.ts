import type { Service } from '../../../shared/codes.ts'

export type ServiceNames = Record<Service, string>
