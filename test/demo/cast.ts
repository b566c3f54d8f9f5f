import type { PortalOptions } from '../portal/bitrix24.ts'

export type PartnerKey = 'redwood' | 'nordlicht' | 'ipe' | 'lumen'

export interface Member {
  key: PartnerKey
  /** `partner.upserted`, without the portal that it gets. */
  record: { code: string; name: string; status: string; homeCountry: string } & Record<string, unknown>
  portal: Omit<PortalOptions, 'port'>
  place: string
  extraLocations: string[]
  /** Left to the visitor, who sees the wizard. */
  isInstalled: boolean
  note: string
}

const approved = { approved: true, certifiedAt: '2026-02-12T09:00:00Z' }

/** The partners of the demo, all of them invented. */
export const CAST: Member[] = [
  {
    key: 'redwood',
    record: {
      ...{ code: 'US-1042', name: 'Redwood CRM Partners', status: 'gold', homeCountry: 'US', ...approved },
      ...{ email: 'requests@redwood-crm.example', timeZone: 'America/Los_Angeles' }
    },
    portal: {
      name: 'Redwood CRM',
      lang: 'en',
      crmMode: 'classic',
      currencies: ['USD', 'EUR'],
      timeZone: 'America/Los_Angeles',
      users: [
        { id: 1, name: 'Megan', lastName: 'Holloway', isAdmin: true, position: 'Managing director' },
        { id: 2, name: 'Daniel', lastName: 'Ortiz', position: 'Sales agent' },
        { id: 3, name: 'Priya', lastName: 'Raman', position: 'Implementation consultant' }
      ]
    },
    place: 'San Francisco, California',
    extraLocations: ['CA', 'GB'],
    isInstalled: true,
    note: 'Classic CRM: a reservation becomes a lead. Also sees Canada and the United Kingdom. Level 2, one win away from level 3.'
  },
  {
    key: 'nordlicht',
    record: {
      ...{ code: 'DE-0317', name: 'Nordlicht CRM-Beratung', status: 'silver', homeCountry: 'DE', ...approved },
      ...{ email: 'anfragen@nordlicht-crm.example', timeZone: 'Europe/Berlin' }
    },
    portal: {
      name: 'Nordlicht',
      lang: 'de',
      crmMode: 'classic',
      currencies: ['EUR', 'CHF', 'USD'],
      timeZone: 'Europe/Berlin',
      users: [
        { id: 1, name: 'Katrin', lastName: 'Albers', isAdmin: true, position: 'Geschäftsführerin' },
        { id: 2, name: 'Jonas', lastName: 'Petersen', position: 'Vertrieb' },
        { id: 3, name: 'Lea', lastName: 'Brandt', position: 'Beraterin' }
      ]
    },
    place: 'Hamburg',
    extraLocations: ['AT', 'CH', 'US-CA'],
    isInstalled: true,
    note: 'German portal, classic CRM. Also sees Austria, Switzerland and California. Level 1: few outcomes yet.'
  },
  {
    key: 'ipe',
    record: {
      ...{ code: 'BR-0226', name: 'Ipê Digital', status: 'silver', homeCountry: 'BR', ...approved },
      ...{ email: 'parcerias@ipe-digital.example', timeZone: 'America/Sao_Paulo' }
    },
    portal: {
      name: 'Ipê Digital',
      lang: 'br',
      crmMode: 'simple',
      currencies: ['BRL', 'USD'],
      timeZone: 'America/Sao_Paulo',
      users: [
        { id: 1, name: 'Ana Beatriz', lastName: 'Moura', isAdmin: true, position: 'Diretora', lang: 'en' },
        { id: 2, name: 'Rafael', lastName: 'Teixeira', position: 'Consultor comercial' },
        { id: 3, name: 'Júlia', lastName: 'Prado', position: 'Consultora' }
      ]
    },
    place: 'São Paulo',
    extraLocations: [],
    isInstalled: false,
    note: 'Not installed yet: open it as Ana Beatriz to see the wizard. Simple CRM: a reservation becomes a contact with a deal.'
  },
  {
    key: 'lumen',
    record: {
      ...{ code: 'FR-0155', name: 'Lumen Conseil', status: 'gold', homeCountry: 'FR', ...approved },
      ...{ email: 'demandes@lumen-conseil.example', timeZone: 'Europe/Paris' }
    },
    portal: {
      name: 'Lumen Conseil',
      lang: 'fr',
      crmMode: 'simple',
      currencies: ['EUR', 'USD'],
      timeZone: 'Europe/Paris',
      users: [
        { id: 1, name: 'Élodie', lastName: 'Marchand', isAdmin: true, position: 'Gérante' },
        { id: 2, name: 'Karim', lastName: 'Haddad', position: 'Commercial' }
      ]
    },
    place: 'Lyon',
    extraLocations: ['US', 'DE', 'BR'],
    isInstalled: true,
    note: 'The competitor: takes places on American, German and Brazilian requests. Simple CRM.'
  }
]

/** Where Bitrix24's own people work: its users are staff, it belongs to no partner. */
export const STAFF_PORTAL: Omit<PortalOptions, 'port'> = {
  name: 'Partner Team',
  lang: 'en',
  crmMode: 'simple',
  currencies: ['EUR', 'USD'],
  timeZone: 'Europe/Berlin',
  users: [
    { id: 1, name: 'Irina', lastName: 'Sokolova', isAdmin: true, position: 'Head of partner support' },
    { id: 2, name: 'Oliver', lastName: 'Grant', position: 'Partner manager' }
  ]
}
