import type { ServiceNames } from './names.ts'

export const fr: ServiceNames = {
  purchase: 'Achat',
  cloud_subscription: 'Abonnement cloud',
  on_premise_license: 'Licence On-Premise',
  renewal_upgrade: 'Renouvellement ou mise à niveau',
  value_added_services: 'Services à valeur ajoutée',
  installation_hosting: 'Installation et hébergement',
  customization: 'Personnalisation',
  localization: 'Localisation',
  training: 'Formation',
  workflow_automation: 'Automatisation des processus',
  telephony: 'Téléphonie',
  integration: 'Intégration',
  app_development: 'Développement d’applications'
}
