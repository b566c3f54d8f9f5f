import type { NoticeTexts } from './notice-texts.ts'

export const pl: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Nowe zapytanie o wdrożenie [b]${number}[/b], ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Nowe zapytania o wdrożenie od ostatniego podsumowania: [b]${total}[/b]` +
    (locked > 0 ? `, w tym jeszcze zablokowane dla Państwa: ${locked}.` : '.'),
  withdrawn: (number) =>
    `Zapytanie [b]${number}[/b] zostało wycofane. Proszę nie kontaktować się więcej z klientem w tej sprawie.`,
  erased: (number) =>
    `Klient z zapytania [b]${number}[/b] zażądał usunięcia danych osobowych. Proszę usunąć swoją kopię i potwierdzić to w aplikacji.`,
  deliveryRefused: (number) =>
    `Państwa CRM odrzucił zapytanie [b]${number}[/b]. Aplikacja pokazuje przyczynę; po jej usunięciu proszę wysłać je stamtąd ponownie.`,
  test: 'Tu trafiają powiadomienia aplikacji Zapytania o wdrożenie.',
  open: 'Otwórz w aplikacji'
}
