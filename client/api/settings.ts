import type { Settings, SettingsChoices, SettingsHistory } from '../../shared/contract/settings.ts'
import { request, requestWithMeta, type Answer } from './request.ts'

export const getSettings = (): Promise<Answer<Settings>> => requestWithMeta('/api/settings')

export const putSettings = (settings: Settings, etag: string): Promise<Answer<Settings>> =>
  requestWithMeta('/api/settings', { method: 'PUT', body: settings, headers: { 'if-match': etag } })

export const getSettingsChoices = (): Promise<SettingsChoices> => request('/api/settings/choices')

export const testNotifications = (): Promise<{ userIds: number[] }> =>
  request('/api/settings/notifications/test', { method: 'POST' })

export const getSettingsHistory = (): Promise<SettingsHistory> => request('/api/settings/history')
