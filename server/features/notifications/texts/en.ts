import type { NoticeTexts } from './notice-texts.ts'

export const en: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `New implementation request [b]${number}[/b] in ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `New implementation requests since the last summary: [b]${total}[/b]` +
    (locked > 0 ? `, ${locked} of them still locked for you.` : '.'),
  withdrawn: (number) =>
    `The request [b]${number}[/b] was withdrawn. Please do not contact the client about it any more.`,
  erased: (number) =>
    `The client of the request [b]${number}[/b] asked to erase the personal data. Please delete your copy and confirm it in the app.`,
  deliveryRefused: (number) =>
    `Your CRM refused the request [b]${number}[/b]. The app shows why; after mending it, send it again there.`,
  test: 'Notices of the app Implementation Requests arrive here.',
  open: 'Open in the app'
}
