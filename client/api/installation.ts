import type { Installation } from '../../shared/contract/installation.ts'
import { request } from './request.ts'

export const getInstallation = (): Promise<Installation> => request('/api/installation')

export const linkPortal = (activationCode: string): Promise<Installation> =>
  request('/api/installation/link', { method: 'POST', body: { activationCode } })

export const finishInstallation = (): Promise<Installation> => request('/api/installation/finish', { method: 'POST' })
