import type { DeliveryTexts } from './delivery-texts.ts'

export const it: DeliveryTexts = {
  source: 'Richiesta di implementazione Bitrix24',
  firstContact: (number) => `Primo contatto: ${number}`,
  firstContactHint: 'Il cliente si aspetta un primo contatto personale e discreto. Non trasmetta il contatto ad altri.',
  labels: {
    number: 'Richiesta',
    summary: 'Riepilogo',
    description: 'Descrizione',
    services: 'Servizi',
    location: 'Area',
    languages: 'Lingue',
    role: 'Ruolo del contatto',
    companySize: 'Dimensione dell’azienda',
    industry: 'Settore',
    users: 'Utenti',
    budget: 'Budget',
    timeframe: 'Tempi',
    edition: 'Edizione',
    messengers: 'Messaggistica',
    website: 'Sito web',
    address: 'Indirizzo'
  },
  status: {
    open: 'In lavorazione',
    won: 'Affare concluso',
    lost: 'Affare perso',
    void: 'Non conteggiata',
    withdrawn: 'Ritirata',
    erased: 'Dati del cliente cancellati',
    none: 'Nessuna richiesta'
  },
  notes: {
    withdrawn: (number) =>
      `La richiesta ${number} è stata ritirata dal cliente o da Bitrix24. Non contatti più il cliente al riguardo.`,
    erased: (number) =>
      `Il cliente della richiesta ${number} ha chiesto la cancellazione dei dati personali. Elimini la Sua copia da questa scheda e da ogni altro luogo.`
  }
}
