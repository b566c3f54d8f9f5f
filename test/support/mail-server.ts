import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  from: string
  to: string[]
  raw: string
  headers: Map<string, string>
  text: string
}

type Trouble = 'refuse_recipient' | 'refuse_for_now' | 'hang_up_after_data'

/** A real SMTP server that keeps what it gets and can be told to misbehave. */
export class MailServer {
  readonly mails: ReceivedMail[] = []
  readonly #server: SMTPServer
  #trouble: Trouble[] = []

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, done) => {
        const trouble = this.#trouble[0]
        if (trouble === 'refuse_recipient' || trouble === 'refuse_for_now') {
          this.#trouble.shift()
          done(
            Object.assign(new Error('no such mailbox'), { responseCode: trouble === 'refuse_recipient' ? 550 : 451 })
          )
        } else done()
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          const from = mailFrom === false ? '' : mailFrom.address
          this.mails.push(
            parse(
              Buffer.concat(chunks).toString(),
              from,
              rcptTo.map(({ address }) => address)
            )
          )
          if (this.#trouble[0] === 'hang_up_after_data') {
            this.#trouble.shift()
            for (const connection of this.#server.connections) connection.close()
          } else done()
        })
      }
    })
  }

  static async start(): Promise<MailServer> {
    const server = new MailServer()
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`
  }

  once(trouble: Trouble): void {
    this.#trouble.push(trouble)
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter((mail) => mail.to.includes(address))
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve))
  }
}

function parse(raw: string, from: string, to: string[]): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map(
        (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const
      )
  )
  return { from, to, raw, headers, text: decode(raw) }
}

/** Quoted-printable and base64 parts as one readable text. */
function decode(raw: string): string {
  const parts = raw.split(/\r\n--[^\r\n]+/)
  return parts
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4)
      if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString()
      if (!/content-transfer-encoding: quoted-printable/i.test(part)) return body
      const bytes = body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
      return Buffer.from(bytes, 'latin1').toString()
    })
    .join('\n')
}
