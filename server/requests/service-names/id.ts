import type { ServiceNames } from './names.ts'

export const id: ServiceNames = {
  purchase: 'Pembelian',
  cloud_subscription: 'Langganan cloud',
  on_premise_license: 'Lisensi on-premise',
  renewal_upgrade: 'Perpanjangan atau peningkatan',
  value_added_services: 'Layanan bernilai tambah',
  installation_hosting: 'Instalasi dan hosting',
  customization: 'Kustomisasi',
  localization: 'Lokalisasi',
  training: 'Pelatihan',
  workflow_automation: 'Otomatisasi alur kerja',
  telephony: 'Telepon',
  integration: 'Integrasi',
  app_development: 'Pengembangan aplikasi'
}
