import type { Story } from './story.ts'

const GERMANY = { country: 'DE', languages: ['de'] }

export const DE_OPEN: Story[] = [
  {
    ...GERMANY,
    subdivision: 'DE-HH',
    city: 'Hamburg',
    services: ['cloud_subscription', 'training'],
    company: 'Elbkontor Handel',
    summary: 'CRM für einen Großhandel mit acht Außendienstlern',
    description:
      'Wir möchten Angebote, Besuchsberichte und Wiedervorlagen an einem Ort haben. Bisher arbeitet jeder mit eigenen Listen. Zwei Schulungstage vor Ort wären ideal. Rückfragen gern an 040 66969 417.',
    role: 'Vertriebsleitung',
    companySize: '11-50',
    industry: 'Großhandel',
    users: 15,
    budget: [3800, 'EUR'],
    timeframe: 'in den nächsten sechs Wochen',
    edition: 'Standard'
  },
  {
    ...GERMANY,
    subdivision: 'DE-BE',
    city: 'Berlin',
    services: ['workflow_automation', 'integration'],
    company: 'Pflegewerk Spree',
    summary: 'Bewerbungen automatisch verteilen',
    description:
      'Bewerbungen kommen über drei Jobbörsen und per E-Mail. Sie sollen als Vorgang angelegt, der passenden Filiale zugeordnet und nach fünf Tagen automatisch erinnert werden.',
    role: 'Personalleitung',
    companySize: '51-200',
    industry: 'Pflege',
    users: 35,
    budget: [7500, 'EUR'],
    timeframe: 'drei Monate'
  },
  {
    ...GERMANY,
    subdivision: 'DE-BY',
    city: 'Augsburg',
    services: ['on_premise_license', 'installation_hosting'],
    company: 'Lechtal Antriebe',
    summary: 'Eigene Installation für 220 Arbeitsplätze',
    description:
      'Aus Gründen des Datenschutzes soll alles im eigenen Rechenzentrum laufen. Gesucht wird ein Partner für Lizenz, Installation, Anbindung an das Verzeichnis und Wartung.',
    role: 'IT-Leitung',
    companySize: '201-1000',
    industry: 'Maschinenbau',
    users: 220,
    budget: [38000, 'EUR'],
    timeframe: 'bis Jahresende',
    edition: 'Enterprise',
    maxPartners: 3
  },
  {
    ...GERMANY,
    subdivision: 'DE-NW',
    city: 'Köln',
    services: ['telephony'],
    company: 'Rheinblick Haustechnik',
    summary: 'Telefonanlage an das CRM anbinden',
    description: 'Zehn Plätze. Beim Anruf soll der Kontakt aufgehen, verpasste Anrufe sollen eine Aufgabe anlegen.',
    role: 'Geschäftsführung',
    companySize: '11-50',
    industry: 'Handwerk',
    users: 10,
    budget: [2200, 'EUR'],
    timeframe: 'so bald wie möglich'
  },
  {
    ...GERMANY,
    subdivision: 'DE-SN',
    city: 'Leipzig',
    services: ['training', 'value_added_services'],
    company: 'Kanzlei am Ring',
    summary: 'Schulung für ein Team von Steuerberatern',
    description:
      'Das Produkt ist da, die Kanzlei nutzt davon bisher nur den Kalender. Wir suchen jemanden, der uns Aufgaben, Vorlagen und Rechte erklärt.',
    role: 'Kanzleimanagement',
    companySize: '11-50',
    industry: 'Steuerberatung',
    users: 19,
    budget: [2600, 'EUR'],
    timeframe: 'im nächsten Monat'
  },
  {
    ...GERMANY,
    subdivision: 'DE-HE',
    city: 'Frankfurt am Main',
    services: ['renewal_upgrade', 'customization'],
    company: 'Mainbogen Messebau',
    summary: 'Tarifwechsel und Aufräumen nach drei Jahren',
    description:
      'Felder, Rechte und Automatisierungen sind gewachsen. Vor der Verlängerung möchten wir aufräumen und in den richtigen Tarif wechseln.',
    role: 'Leitung Vertrieb Innendienst',
    companySize: '51-200',
    industry: 'Messebau',
    users: 28,
    budget: [6200, 'EUR'],
    timeframe: 'vor dem Monatsende',
    edition: 'Professional'
  },
  {
    country: 'AT',
    subdivision: 'AT-9',
    city: 'Wien',
    languages: ['de', 'en'],
    services: ['cloud_subscription', 'localization'],
    company: 'Donaublick Hausverwaltung',
    summary: 'CRM für Hausverwaltung, zweisprachig',
    description:
      'Anliegen der Mieter sollen als Vorgänge laufen, Vorlagen auf Deutsch und Englisch. Ungefähr 1.200 Einheiten.',
    role: 'Prokura',
    companySize: '11-50',
    industry: 'Immobilien',
    users: 21,
    budget: [4500, 'EUR'],
    timeframe: 'zwei Monate'
  },
  {
    country: 'CH',
    subdivision: 'CH-ZH',
    city: 'Zürich',
    languages: ['de', 'fr'],
    services: ['integration', 'customization'],
    company: 'Limmat Ingenieure',
    summary: 'Offerten und Rechnungen aus dem CRM',
    description:
      'Aus einem gewonnenen Auftrag soll ohne Abtippen eine Rechnung mit QR-Teil entstehen. Buchhaltungssystem mit Schnittstelle ist vorhanden.',
    role: 'Leitung Finanzen',
    companySize: '51-200',
    industry: 'Ingenieurbüro',
    users: 40,
    budget: [18000, 'CHF'],
    timeframe: 'vier Monate'
  }
]

export const DE_EXAMPLES: Story[] = [
  {
    ...GERMANY,
    subdivision: 'DE-HB',
    city: 'Bremen',
    services: ['cloud_subscription', 'workflow_automation'],
    company: 'Segelschule Weser',
    summary: 'Anfragen einer Segelschule ordnen',
    description:
      'Anfragen kommen über Webseite, Messe und Telefon. Jede soll einen Ansprechpartner und eine Frist bekommen. Am besten per E-Mail an buero@segelschule-weser.example melden.',
    role: 'Inhaberin',
    companySize: '1-10',
    industry: 'Freizeit',
    users: 6,
    budget: [1900, 'EUR'],
    timeframe: 'vor der Saison',
    edition: 'Basic'
  },
  {
    ...GERMANY,
    subdivision: 'DE-BW',
    city: 'Stuttgart',
    services: ['integration', 'app_development'],
    company: 'Neckar Nutzfahrzeuge',
    summary: 'Ersatzteilkatalog mit dem CRM verbinden',
    description:
      'Händler bestellen in unserem Katalog. Bestellungen sollen als Auftrag im CRM stehen, mit Bestand und Lieferzeit.',
    role: 'Leitung Service',
    companySize: '51-200',
    industry: 'Nutzfahrzeuge',
    users: 48,
    budget: [14500, 'EUR'],
    timeframe: 'drei bis vier Monate'
  }
]
