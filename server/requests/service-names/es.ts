import type { ServiceNames } from './names.ts'

export const es: ServiceNames = {
  purchase: 'Compra',
  cloud_subscription: 'Suscripción a la nube',
  on_premise_license: 'Licencia On-Premise',
  renewal_upgrade: 'Renovación o ampliación',
  value_added_services: 'Servicios de valor añadido',
  installation_hosting: 'Instalación y alojamiento',
  customization: 'Personalización',
  localization: 'Localización',
  training: 'Formación',
  workflow_automation: 'Automatización de procesos',
  telephony: 'Telefonía',
  integration: 'Integración',
  app_development: 'Desarrollo de aplicaciones'
}
