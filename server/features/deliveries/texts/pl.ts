import type { DeliveryTexts } from './delivery-texts.ts'

export const pl: DeliveryTexts = {
  source: 'Zapytanie o wdrożenie Bitrix24',
  firstContact: (number) => `Pierwszy kontakt: ${number}`,
  firstContactHint:
    'Klient oczekuje osobistego, nienachalnego pierwszego kontaktu. Proszę nie przekazywać kontaktu dalej.',
  labels: {
    number: 'Zapytanie',
    summary: 'Podsumowanie',
    description: 'Opis',
    services: 'Usługi',
    location: 'Lokalizacja',
    languages: 'Języki',
    role: 'Rola kontaktu',
    companySize: 'Wielkość firmy',
    industry: 'Branża',
    users: 'Użytkownicy',
    budget: 'Budżet',
    timeframe: 'Termin',
    edition: 'Edycja',
    messengers: 'Komunikatory',
    website: 'Strona internetowa',
    address: 'Adres'
  },
  status: {
    open: 'W toku',
    won: 'Wygrany deal',
    lost: 'Przegrany deal',
    void: 'Nieliczone',
    withdrawn: 'Wycofane',
    erased: 'Dane klienta usunięte',
    none: 'Brak zapytania'
  },
  notes: {
    withdrawn: (number) =>
      `Zapytanie ${number} zostało wycofane przez klienta lub przez Bitrix24. Proszę nie kontaktować się więcej z klientem w tej sprawie.`,
    erased: (number) =>
      `Klient z zapytania ${number} zażądał usunięcia danych osobowych. Proszę usunąć swoją kopię z tej karty i wszędzie indziej.`
  }
}
