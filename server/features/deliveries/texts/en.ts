import type { DeliveryTexts } from './delivery-texts.ts'

export const en: DeliveryTexts = {
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
  status: {
    open: 'In work',
    won: 'Won',
    lost: 'Lost',
    void: 'Not counted',
    withdrawn: 'Withdrawn',
    erased: 'Client’s data erased',
    none: 'No request'
  },
  notes: {
    withdrawn: (number) =>
      `The request ${number} was withdrawn by the client or by Bitrix24. Please do not contact the client about it any more.`,
    erased: (number) =>
      `The client of the request ${number} asked to erase the personal data. Please delete your copy of it from this card and everywhere else.`
  }
}
