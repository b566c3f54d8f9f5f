/** What the app writes into a partner's CRM, in the portal's language. */
export interface DeliveryTexts {
  source: string
  firstContact: (number: string) => string
  firstContactHint: string
  labels: Record<
    | 'number'
    | 'summary'
    | 'description'
    | 'services'
    | 'location'
    | 'languages'
    | 'role'
    | 'companySize'
    | 'industry'
    | 'users'
    | 'budget'
    | 'timeframe'
    | 'edition'
    | 'messengers'
    | 'website'
    | 'address',
    string
  >
  notes: Record<'withdrawn' | 'erased', (number: string) => string>
}

const en: DeliveryTexts = {
  source: 'Bitrix24 implementation request',
  firstContact: (number) => `First contact: ${number}`,
  firstContactHint: 'The client expects a personal, unobtrusive first contact. Do not pass the contact on.',
  labels: {
    number: 'Request',
    summary: 'Summary',
    description: 'Description',
    services: 'Services',
    location: 'Location',
    languages: 'Languages',
    role: 'Role of the contact',
    companySize: 'Company size',
    industry: 'Industry',
    users: 'Users',
    budget: 'Budget',
    timeframe: 'Timeframe',
    edition: 'Edition',
    messengers: 'Messengers',
    website: 'Website',
    address: 'Address'
  },
  notes: {
    withdrawn: (number) =>
      `The request ${number} was withdrawn by the client or by Bitrix24. Please do not contact the client about it any more.`,
    erased: (number) =>
      `The client of the request ${number} asked to erase the personal data. Please delete your copy of it from this card and everywhere else.`
  }
}

const de: DeliveryTexts = {
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
  notes: {
    withdrawn: (number) =>
      `Die Anfrage ${number} wurde vom Kunden oder von Bitrix24 zurückgezogen. Bitte kontaktieren Sie den Kunden dazu nicht mehr.`,
    erased: (number) =>
      `Der Kunde der Anfrage ${number} hat die Löschung seiner Daten verlangt. Bitte löschen Sie Ihre Kopie auf dieser Karte und überall sonst.`
  }
}

const TEXTS: Record<string, DeliveryTexts> = { en, de }

export const textsFor = (lang: string): DeliveryTexts => TEXTS[lang.split('-')[0] ?? 'en'] ?? en
