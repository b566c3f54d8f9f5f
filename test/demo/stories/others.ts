import type { Story } from './story.ts'

export const OTHERS_OPEN: Story[] = [
  {
    country: 'FR',
    subdivision: 'FR-ARA',
    city: 'Grenoble',
    languages: ['fr'],
    services: ['cloud_subscription', 'customization'],
    company: 'Cimes & Cordes',
    summary: 'CRM pour un fabricant de matériel de montagne',
    description:
      'Nos revendeurs commandent par courriel. Nous voulons suivre les opportunités, les salons et les relances dans un seul outil.',
    role: 'Directrice commerciale',
    companySize: '11-50',
    industry: 'Articles de sport',
    users: 17,
    budget: [4300, 'EUR'],
    timeframe: 'deux mois'
  },
  {
    country: 'FR',
    subdivision: 'FR-IDF',
    city: 'Paris',
    languages: ['fr', 'en'],
    services: ['workflow_automation', 'integration'],
    company: 'Entretien Beaulieu',
    summary: 'Automatiser le suivi des contrats de maintenance',
    description:
      'Échéances, renouvellements et interventions dans trois fichiers. Il faut un processus unique avec des alertes.',
    role: 'Responsable des opérations',
    companySize: '51-200',
    industry: 'Maintenance',
    users: 42,
    budget: [11000, 'EUR'],
    timeframe: 'ce trimestre'
  }
]

export const OTHERS_EXAMPLES: Story[] = [
  {
    country: 'FR',
    subdivision: 'FR-BRE',
    city: 'Rennes',
    languages: ['fr'],
    services: ['training'],
    company: 'Atelier Vilaine',
    summary: 'Formation pour une agence d’architecture',
    description: 'Une équipe de huit personnes, débutante. Deux demi-journées sur place, puis une séance de questions.',
    role: 'Associé',
    companySize: '1-10',
    industry: 'Architecture',
    users: 8,
    budget: [1500, 'EUR'],
    timeframe: 'le mois prochain'
  },
  {
    country: 'GB',
    subdivision: 'GB-MAN',
    city: 'Manchester',
    languages: ['en'],
    services: ['cloud_subscription', 'telephony'],
    company: 'Canal Street Lettings',
    summary: 'Help desk and phones for a lettings agency',
    description:
      'Tenants call, e-mail and message. We want one queue with owners and due dates, and calls on the card.',
    role: 'Director',
    companySize: '11-50',
    industry: 'Property',
    users: 13,
    budget: [3000, 'GBP'],
    timeframe: 'six weeks'
  },
  {
    country: 'AT',
    subdivision: 'AT-5',
    city: 'Salzburg',
    languages: ['de'],
    services: ['customization', 'training'],
    company: 'Festsaal Salzach',
    summary: 'Veranstaltungen im CRM planen',
    description: 'Anfragen, Räume und Catering sollen zusammen geplant werden. Ein Team von elf Personen.',
    role: 'Leitung Veranstaltungen',
    companySize: '11-50',
    industry: 'Gastgewerbe',
    users: 11,
    budget: [3200, 'EUR'],
    timeframe: 'drei Monate'
  }
]
