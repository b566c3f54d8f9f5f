/** What a failed sending means: the address is at fault for good, or it may work later. */
export type MailFailure = 'refused' | 'passing'

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
}

/**
 * A `5xx` to the recipient or the message is final. Anything about the connection, the login or the sender is a
 * trouble of ours and passes when it is mended.
 */
export function failureOf({ command, responseCode = 0 }: SmtpError): MailFailure {
  const isFinal = responseCode >= 500 && responseCode < 600
  return isFinal && (command === 'RCPT TO' || command === 'DATA') ? 'refused' : 'passing'
}

/** A few mails at a time: queues of the outbox run one job each. */
export function lineOf(partnerCode: string, lines: number): number {
  let sum = 0
  for (const sign of partnerCode) sum = (sum * 31 + sign.codePointAt(0)!) % 9973
  return sum % lines
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
