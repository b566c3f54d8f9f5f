import type { ServiceNames } from './names.ts'

export const pl: ServiceNames = {
  purchase: 'Zakup',
  cloud_subscription: 'Subskrypcja w chmurze',
  on_premise_license: 'Licencja On-Premise',
  renewal_upgrade: 'Odnowienie lub zmiana na wyższy plan',
  value_added_services: 'Usługi o wartości dodanej',
  installation_hosting: 'Instalacja i hosting',
  customization: 'Dostosowanie',
  localization: 'Lokalizacja',
  training: 'Szkolenie',
  workflow_automation: 'Automatyzacja procesów',
  telephony: 'Telefonia',
  integration: 'Integracja',
  app_development: 'Tworzenie aplikacji'
}
