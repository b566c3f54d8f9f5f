import type { ServiceNames } from './names.ts'

export const zhTW: ServiceNames = {
  purchase: '購買',
  cloud_subscription: '雲端訂閱',
  on_premise_license: '內部部署授權',
  renewal_upgrade: '續訂或升級',
  value_added_services: '加值服務',
  installation_hosting: '安裝與代管',
  customization: '客製化',
  localization: '在地化',
  training: '教育訓練',
  workflow_automation: '工作流程自動化',
  telephony: '電話通訊',
  integration: '整合',
  app_development: '應用程式開發'
}
