import type { ServiceNames } from './names.ts'

export const ja: ServiceNames = {
  purchase: '購入',
  cloud_subscription: 'クラウドのサブスクリプション',
  on_premise_license: 'オンプレミスのライセンス',
  renewal_upgrade: '更新またはアップグレード',
  value_added_services: '付加価値サービス',
  installation_hosting: 'インストールとホスティング',
  customization: 'カスタマイズ',
  localization: 'ローカライズ',
  training: 'トレーニング',
  workflow_automation: 'ワークフローの自動化',
  telephony: '電話',
  integration: '連携',
  app_development: 'アプリ開発'
}
