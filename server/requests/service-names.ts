import type { Service } from '../../shared/codes.ts'
import { nearestLanguage } from '../../shared/languages.ts'

type Names = Record<Service, string>

const en: Names = {
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

const de: Names = {
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

const NAMES: Record<string, Names> = { en, de }

/** What a request asks for, in words for a notice or a mail. */
export function serviceNames(services: readonly Service[], lang: string): string {
  const names = NAMES[nearestLanguage(lang, Object.keys(NAMES))] ?? en
  return services.map((service) => names[service]).join(', ')
}

export function countryName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang, 'en'], { type: 'region' }).of(code) ?? code
}
