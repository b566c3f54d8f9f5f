import type { NoticeTexts } from './notice-texts.ts'

export const de: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Neue Implementierungsanfrage [b]${number}[/b] in ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Neue Implementierungsanfragen seit der letzten Übersicht: [b]${total}[/b]` +
    (locked > 0 ? `, davon ${locked} für Sie noch gesperrt.` : '.'),
  withdrawn: (number) =>
    `Die Anfrage [b]${number}[/b] wurde zurückgezogen. Bitte kontaktieren Sie den Kunden dazu nicht mehr.`,
  erased: (number) =>
    `Der Kunde der Anfrage [b]${number}[/b] hat die Löschung seiner Daten verlangt. Bitte löschen Sie Ihre Kopie und bestätigen Sie es in der App.`,
  deliveryRefused: (number) =>
    `Ihr CRM hat die Anfrage [b]${number}[/b] abgelehnt. Die App zeigt den Grund; senden Sie sie dort erneut, sobald er behoben ist.`,
  test: 'Benachrichtigungen der App Implementierungsanfragen kommen hier an.',
  open: 'In der App öffnen'
}
