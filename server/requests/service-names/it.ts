import type { ServiceNames } from './names.ts'

export const it: ServiceNames = {
  purchase: 'Acquisto',
  cloud_subscription: 'Abbonamento cloud',
  on_premise_license: 'Licenza On-Premise',
  renewal_upgrade: 'Rinnovo o upgrade',
  value_added_services: 'Servizi a valore aggiunto',
  installation_hosting: 'Installazione e hosting',
  customization: 'Personalizzazione',
  localization: 'Localizzazione',
  training: 'Formazione',
  workflow_automation: 'Automazione dei processi',
  telephony: 'Telefonia',
  integration: 'Integrazione',
  app_development: 'Sviluppo di applicazioni'
}
