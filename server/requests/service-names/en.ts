import type { ServiceNames } from './names.ts'

export const en: ServiceNames = {
  purchase: 'Purchase',
  cloud_subscription: 'Cloud subscription',
  on_premise_license: 'On-premise license',
  renewal_upgrade: 'Renewal or upgrade',
  value_added_services: 'Value-added services',
  installation_hosting: 'Installation and hosting',
  customization: 'Customization',
  localization: 'Localization',
  training: 'Training',
  workflow_automation: 'Workflow automation',
  telephony: 'Telephony',
  integration: 'Integration',
  app_development: 'App development'
}
