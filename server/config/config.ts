import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { intakeFileSchema, type IntakeFile } from './intake-file.ts'
import type { Env } from './env.ts'
import { LOG_LEVELS } from '../log.ts'
import { policySchema, type Policy } from './policy.ts'

export interface Config {
  publicUrl: string
  /** Plain http is accepted for portals and auth servers, on loopback only. */
  isLoopback: boolean
  host: string
  port: number
  database: { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }
  appSecret: Buffer
  /** Open what they sealed until it is sealed anew. */
  appSecretsBefore: Buffer[]
  /** `appCode` makes deep links into the app. */
  bitrix24: { clientId: string; clientSecret: string; authServers: string[]; appCode: string | null }
  staff: { webhookSecrets: Buffer[]; portals: string[] }
  mail: { url: string; from: string } | null
  role: 'all' | 'web' | 'worker'
  policy: Policy
  intake: IntakeFile
  logLevel: string
  metricsToken: string | null
}

export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(`The configuration can't be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
  }
}

const OFFICIAL_AUTH_SERVERS = 'https://oauth.bitrix.info,https://oauth.bitrix24.tech'

export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
}

/** Checks the whole environment at once. Throws `ConfigError` that lists every missing or bad value. */
export function readConfig(env: Env): Config {
  const problems: string[] = []
  const attempt = <Value>(name: string, read: () => Value): Value | undefined => {
    try {
      return read()
    } catch (error) {
      problems.push(`${name}: ${(error as Error).message}`)
      return undefined
    }
  }
  const required = (name: keyof Env): string => {
    const value = env[name]
    if (!value) throw new Error('is missing')
    return value
  }

  const publicUrl = attempt('PUBLIC_URL', () => readOrigin(required('PUBLIC_URL')))
  const isLoopback = publicUrl !== undefined && isLoopbackHost(new URL(publicUrl).hostname)
  const config = {
    publicUrl,
    isLoopback,
    host: env.HOST ?? '127.0.0.1',
    port: attempt('PORT', () => readPort(env.PORT ?? '3000')),
    database: attempt('DATABASE_URL', () => readDatabase(env.DATABASE_URL ?? 'file:./data/app.sqlite')),
    appSecret: attempt('APP_SECRET', () => readSecret(required('APP_SECRET'))),
    appSecretsBefore: attempt('APP_SECRET_PREVIOUS', () => list(env.APP_SECRET_PREVIOUS ?? '').map(readSecret)),
    bitrix24: {
      clientId: attempt('B24_CLIENT_ID', () => required('B24_CLIENT_ID')),
      clientSecret: attempt('B24_CLIENT_SECRET', () => required('B24_CLIENT_SECRET')),
      authServers: attempt('B24_AUTH_SERVERS', () =>
        list(env.B24_AUTH_SERVERS ?? OFFICIAL_AUTH_SERVERS).map((url) => readAuthServer(url, isLoopback))
      ),
      appCode: attempt('B24_APP_CODE', () => readAppCode(env.B24_APP_CODE))
    },
    staff: {
      webhookSecrets: attempt('STAFF_WEBHOOK_SECRETS', () => {
        const secrets = list(required('STAFF_WEBHOOK_SECRETS')).map(readWebhookSecret)
        if (secrets.length === 0) throw new Error('is missing')
        return secrets
      }),
      portals: list(env.STAFF_PORTALS ?? '')
    },
    mail: attempt('SMTP_URL', () => readMail(env)),
    role: attempt('ROLE', () => oneOf(['all', 'web', 'worker'] as const, env.ROLE ?? 'all')),
    policy: attempt('POLICY_FILE', () => readJsonFile(env.POLICY_FILE, policySchema)),
    intake: attempt('INTAKE_FILE', () => readJsonFile(env.INTAKE_FILE, intakeFileSchema)),
    logLevel: attempt('LOG_LEVEL', () => oneOf(LOG_LEVELS, env.LOG_LEVEL ?? 'info')),
    metricsToken: env.METRICS_TOKEN ?? null
  }
  if (publicUrl && !isLoopback && new URL(publicUrl).protocol !== 'https:')
    problems.push('PUBLIC_URL: https is required unless the host is loopback')
  if (problems.length > 0) throw new ConfigError(problems)
  return config as Config
}

const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function oneOf<Value extends string>(values: readonly Value[], value: string): Value {
  const found = values.find((candidate) => candidate === value)
  if (!found) throw new Error(`must be one of ${values.join(', ')}`)
  return found
}

function readOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new Error('must be an http(s) origin')
  if (url.pathname !== '/' || url.search || url.hash || url.username)
    throw new Error('must be an origin without a path')
  return url.origin
}

function readAuthServer(value: string, isLoopback: boolean): string {
  const origin = readOrigin(value)
  const url = new URL(origin)
  if (url.protocol === 'http:' && !(isLoopback && isLoopbackHost(url.hostname)))
    throw new Error(`${origin}: http is accepted only when it and PUBLIC_URL are loopback`)
  return origin
}

function readPort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('must be a port between 0 and 65535')
  return port
}

function readDatabase(value: string): Config['database'] {
  if (/^postgres(ql)?:\/\//.test(value)) return { engine: 'postgres', url: value }
  if (value.startsWith('file:') && value.length > 5) return { engine: 'sqlite', file: value.slice(5) }
  throw new Error('must be file:<path> or postgres://…')
}

function readSecret(value: string): Buffer {
  const secret = Buffer.from(value, 'base64')
  if (secret.length < 32) throw new Error('must be at least 32 random bytes in base64')
  return secret
}

/** Standard Webhooks: `whsec_` and 24 to 64 bytes in base64. */
function readWebhookSecret(value: string): Buffer {
  const secret = value.startsWith('whsec_') ? Buffer.from(value.slice(6), 'base64') : Buffer.alloc(0)
  if (secret.length < 24 || secret.length > 64) throw new Error('must be whsec_ and 24 to 64 bytes in base64')
  return secret
}

/** As in the Marketplace, such as `vendor.requests`. */
function readAppCode(value: string | undefined): string | null {
  if (value === undefined) return null
  if (!/^[\w.-]{1,100}$/.test(value)) throw new Error('must be the code of the app in the Marketplace')
  return value
}

function readMail(env: Env): Config['mail'] {
  if (!env.SMTP_URL) return null
  if (!URL.canParse(env.SMTP_URL) || !/^smtps?:$/.test(new URL(env.SMTP_URL).protocol))
    throw new Error('must be smtp(s)://…')
  if (!env.MAIL_FROM) throw new Error('MAIL_FROM is missing')
  return { url: env.SMTP_URL, from: env.MAIL_FROM }
}

function readJsonFile<Schema extends z.ZodType>(file: string | undefined, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'document'} ${issue.message}`).join('; ')
  )
}
