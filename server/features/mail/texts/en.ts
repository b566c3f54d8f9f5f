import type { MailTexts } from './mail-texts.ts'

export const en: MailTexts = {
  subject: (total) => (total === 1 ? 'A new implementation request' : `${total} new implementation requests`),
  greeting: (partner) => `Hello ${partner},`,
  summary: ({ total, locked }) =>
    `${total === 1 ? 'One new implementation request came in' : `${total} new implementation requests came in`} for your locations` +
    (locked === 0 ? '.' : `, ${total - locked} open to you now, ${locked} still locked.`),
  more: (count) => `… and ${count} more.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'The locked one opens' : `The first of ${locked} locked ones opens`} for you on ${at}.`,
  open: 'Open the requests',
  howToOpen: 'Open the app Implementation Requests in your Bitrix24, under Applications.',
  why: 'You get this mail as a silver or gold partner of Bitrix24, at most once an hour.',
  unsubscribe: 'No such mails any more',
  page: {
    title: 'Mails about new requests',
    ask: (email) => `Shall ${email} get no more mails about new requests?`,
    stop: 'No more mails',
    stopped: (email) => `${email} gets no more mails about new requests. The app shows them as before.`,
    resume: 'Get them again',
    resumed: (email) => `${email} gets mails about new requests again.`,
    unknown: { title: 'Unknown link', text: 'This link is not complete or no longer valid.' }
  }
}
