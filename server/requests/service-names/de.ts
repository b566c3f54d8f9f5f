import type { ServiceNames } from './names.ts'

export const de: ServiceNames = {
  purchase: 'Kauf',
  cloud_subscription: 'Cloud-Abonnement',
  on_premise_license: 'On-Premise-Lizenz',
  renewal_upgrade: 'Verlängerung oder Upgrade',
  value_added_services: 'Zusatzleistungen',
  installation_hosting: 'Installation und Hosting',
  customization: 'Anpassung',
  localization: 'Lokalisierung',
  training: 'Schulung',
  workflow_automation: 'Workflow-Automatisierung',
  telephony: 'Telefonie',
  integration: 'Integration',
  app_development: 'App-Entwicklung'
}
