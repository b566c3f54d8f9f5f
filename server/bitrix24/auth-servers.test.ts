import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Config } from '../config/config.ts'
import { AuthServers } from './auth-servers.ts'

const servers = new AuthServers({
  isLoopback: false,
  bitrix24: { clientId: 'app.1', clientSecret: 'secret', authServers: ['https://oauth.example'], appCode: null }
} as Partial<Config> as Config)

afterEach(() => vi.restoreAllMocks())

describe('an auth server outside the allow-list', () => {
  it.each(['https://attacker.example', 'https://oauth.example.attacker.example', 'http://oauth.example', ''])(
    'is asked nothing: %s',
    async (server) => {
      const fetched = vi.spyOn(globalThis, 'fetch')
      await expect(servers.refresh(server, 'refresh')).rejects.toMatchObject({ kind: 'gone', code: 'AUTH_SERVER' })
      await expect(servers.verify(server, 'access')).rejects.toThrow('not one of Bitrix24')
      expect(fetched).not.toHaveBeenCalled()
    }
  )
})

describe('the address of a portal', () => {
  it.each([
    ['https://one.bitrix24.example/rest/', 'https://one.bitrix24.example/rest/'],
    ['https://crm.partner.example:8443/rest', 'https://crm.partner.example:8443/rest/'],
    ['https://10.1.2.3:8443/rest/', 'https://10.1.2.3:8443/rest/']
  ])('may be any host with any port: %s', (url, endpoint) => {
    expect(servers.portalEndpoint(url)).toBe(endpoint)
  })

  it.each([
    ...['http://one.bitrix24.example/rest/', 'https://user@one.example/rest/', 'ftp://one.example/', 'one.example', ''],
    ...[
      'https://localhost/rest/',
      'https://localhost./',
      'https://a.localhost/',
      'https://127.0.0.1/',
      'https://127.1/'
    ],
    ...[
      'https://2130706433/',
      'https://0x7f.1/',
      'https://0/',
      'https://[::1]/',
      'https://[::]/',
      'https://[fe80::1]/'
    ],
    ...['https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/', 'https://[::ffff:a9fe:a9fe]/', 'https://①②⑦.0.0.1/']
  ])('is never this machine, its cloud, or plain text: %s', (url) => {
    expect(servers.portalEndpoint(url)).toBeUndefined()
  })
})
