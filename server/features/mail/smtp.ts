import type { AppContext } from '../../context.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** The same for every try, so that a mail that came twice is one for the recipient. */
  messageId: string
  optOut: string
}

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** Hands a letter to the mail server. Throws the error of nodemailer. */
export async function sendLetter(ctx: AppContext, { optOut, ...letter }: Letter): Promise<void> {
  const { mail } = ctx.config
  if (mail === null) throw new Error('mail is off')
  const { default: nodemailer } = await import('nodemailer')
  await nodemailer.createTransport(withTimeouts(mail.url)).sendMail({
    ...letter,
    from: mail.from,
    headers: {
      'List-Unsubscribe': `<${optOut}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated'
    }
  })
}

/** A connection a letter: there is nothing to close when the app stops. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  for (const [name, value] of Object.entries(TIMEOUTS))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value))
  return url.href
}
