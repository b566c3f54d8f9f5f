import type { ServiceNames } from './names.ts'

export const ms: ServiceNames = {
  purchase: 'Pembelian',
  cloud_subscription: 'Langganan awan',
  on_premise_license: 'Lesen di premis',
  renewal_upgrade: 'Pembaharuan atau naik taraf',
  value_added_services: 'Perkhidmatan nilai tambah',
  installation_hosting: 'Pemasangan dan pengehosan',
  customization: 'Penyesuaian',
  localization: 'Penyetempatan',
  training: 'Latihan',
  workflow_automation: 'Automasi aliran kerja',
  telephony: 'Telefoni',
  integration: 'Penyepaduan',
  app_development: 'Pembangunan aplikasi'
}
