import type { MailTexts } from './mail-texts.ts'

export const de: MailTexts = {
  subject: (total) => (total === 1 ? 'Eine neue Implementierungsanfrage' : `${total} neue Implementierungsanfragen`),
  greeting: (partner) => `Guten Tag, ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'eine neue Implementierungsanfrage ist für Ihre Standorte eingegangen'
      : `${total} neue Implementierungsanfragen sind für Ihre Standorte eingegangen`) +
    (locked === 0 ? '.' : `: ${total - locked} jetzt für Sie offen, ${locked} noch gesperrt.`),
  more: (count) => `… und ${count} weitere.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Die gesperrte öffnet' : `Die erste von ${locked} gesperrten öffnet`} sich für Sie am ${at}.`,
  open: 'Anfragen öffnen',
  howToOpen: 'Öffnen Sie die App Implementierungsanfragen in Ihrem Bitrix24 unter Anwendungen.',
  why: 'Sie erhalten diese E-Mail als Silber- oder Gold-Partner von Bitrix24, höchstens einmal in der Stunde.',
  unsubscribe: 'Keine solchen E-Mails mehr',
  page: {
    title: 'E-Mails über neue Anfragen',
    ask: (email) => `Soll ${email} keine E-Mails über neue Anfragen mehr erhalten?`,
    stop: 'Keine E-Mails mehr',
    stopped: (email) => `${email} erhält keine E-Mails über neue Anfragen mehr. Die App zeigt sie wie bisher.`,
    resume: 'Wieder erhalten',
    resumed: (email) => `${email} erhält wieder E-Mails über neue Anfragen.`,
    unknown: { title: 'Unbekannter Link', text: 'Dieser Link ist unvollständig oder nicht mehr gültig.' }
  }
}
