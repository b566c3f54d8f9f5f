/** Words of the mail about new requests. None of them may name a client. */
export interface MailTexts {
  subject: (total: number) => string
  greeting: (partner: string) => string
  summary: (counts: { total: number; locked: number }) => string
  more: (count: number) => string
  locked: (counts: { locked: number; at: string }) => string
  open: string
  howToOpen: string
  why: string
  unsubscribe: string
  page: {
    title: string
    ask: (email: string) => string
    stop: string
    stopped: (email: string) => string
    resume: string
    resumed: (email: string) => string
    /** For a link that nobody can read any more. */
    unknown: { title: string; text: string }
  }
}
