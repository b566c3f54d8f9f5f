import type { DeliveryTexts } from './delivery-texts.ts'

export const de: DeliveryTexts = {
  source: 'Bitrix24-Implementierungsanfrage',
  firstContact: (number) => `Erstkontakt: ${number}`,
  firstContactHint:
    'Der Kunde erwartet einen persönlichen, unaufdringlichen Erstkontakt. Kontaktdaten nicht weitergeben.',
  labels: {
    number: 'Anfrage',
    summary: 'Zusammenfassung',
    description: 'Beschreibung',
    services: 'Leistungen',
    location: 'Standort',
    languages: 'Sprachen',
    role: 'Rolle des Kontakts',
    companySize: 'Unternehmensgröße',
    industry: 'Branche',
    users: 'Nutzer',
    budget: 'Budget',
    timeframe: 'Zeitrahmen',
    edition: 'Edition',
    messengers: 'Messenger',
    website: 'Website',
    address: 'Adresse'
  },
  status: {
    open: 'In Arbeit',
    won: 'Auftrag bekommen',
    lost: 'Auftrag nicht bekommen',
    void: 'Nicht gewertet',
    withdrawn: 'Zurückgezogen',
    erased: 'Kundendaten gelöscht',
    none: 'Keine Anfrage'
  },
  notes: {
    withdrawn: (number) =>
      `Die Anfrage ${number} wurde vom Kunden oder von Bitrix24 zurückgezogen. Bitte kontaktieren Sie den Kunden dazu nicht mehr.`,
    erased: (number) =>
      `Der Kunde der Anfrage ${number} hat die Löschung seiner Daten verlangt. Bitte löschen Sie Ihre Kopie auf dieser Karte und überall sonst.`
  }
}
