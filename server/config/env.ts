/** The only reader of the environment. Empty values count as absent. */
export type Env = Partial<Record<(typeof NAMES)[number], string>>

const NAMES = [
  'PUBLIC_URL',
  'HOST',
  'PORT',
  'DATABASE_URL',
  'APP_SECRET',
  'APP_SECRET_PREVIOUS',
  'B24_CLIENT_ID',
  'B24_CLIENT_SECRET',
  'B24_APP_CODE',
  'B24_AUTH_SERVERS',
  'STAFF_WEBHOOK_SECRETS',
  'STAFF_PORTALS',
  'SMTP_URL',
  'MAIL_FROM',
  'ROLE',
  'POLICY_FILE',
  'INTAKE_FILE',
  'LOG_LEVEL',
  'METRICS_TOKEN'
] as const

export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const env: Env = {}
  for (const name of NAMES) {
    const value = source[name]?.trim()
    if (value) env[name] = value
  }
  return env
}
