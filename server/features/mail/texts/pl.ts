import type { MailTexts } from './mail-texts.ts'

export const pl: MailTexts = {
  subject: (total) => (total === 1 ? 'Nowe zapytanie o wdrożenie' : `Nowe zapytania o wdrożenie: ${total}`),
  greeting: (partner) => `Dzień dobry, ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'w Państwa lokalizacjach pojawiło się nowe zapytanie o wdrożenie'
      : `nowe zapytania o wdrożenie w Państwa lokalizacjach: ${total}`) +
    (locked === 0 ? '.' : `. Już otwarte dla Państwa: ${total - locked}, jeszcze zablokowane: ${locked}.`),
  more: (count) => `… i jeszcze ${count}.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Zablokowane zapytanie' : 'Pierwsze z zablokowanych'} otworzy się dla Państwa: ${at}.`,
  open: 'Otwórz zapytania',
  howToOpen: 'Proszę otworzyć aplikację Zapytania o wdrożenie w swoim Bitrix24, w sekcji Aplikacje.',
  why: 'Otrzymują Państwo tę wiadomość jako srebrny lub złoty partner Bitrix24, najwyżej raz na godzinę.',
  unsubscribe: 'Nie chcę więcej takich wiadomości',
  page: {
    title: 'Wiadomości o nowych zapytaniach',
    ask: (email) => `Czy adres ${email} ma już nie otrzymywać wiadomości o nowych zapytaniach?`,
    stop: 'Nie wysyłać więcej',
    stopped: (email) =>
      `Adres ${email} nie otrzymuje już wiadomości o nowych zapytaniach. Aplikacja pokazuje je jak dotąd.`,
    resume: 'Otrzymywać ponownie',
    resumed: (email) => `Adres ${email} znów otrzymuje wiadomości o nowych zapytaniach.`,
    unknown: { title: 'Nieznany odnośnik', text: 'Ten odnośnik jest niekompletny lub już nieważny.' }
  }
}
