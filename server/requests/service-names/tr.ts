import type { ServiceNames } from './names.ts'

export const tr: ServiceNames = {
  purchase: 'Satın alma',
  cloud_subscription: 'Bulut aboneliği',
  on_premise_license: 'On-Premise lisansı',
  renewal_upgrade: 'Yenileme veya yükseltme',
  value_added_services: 'Katma değerli hizmetler',
  installation_hosting: 'Kurulum ve barındırma',
  customization: 'Özelleştirme',
  localization: 'Yerelleştirme',
  training: 'Eğitim',
  workflow_automation: 'İş akışı otomasyonu',
  telephony: 'Telefon sistemi',
  integration: 'Entegrasyon',
  app_development: 'Uygulama geliştirme'
}
