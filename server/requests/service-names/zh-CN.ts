import type { ServiceNames } from './names.ts'

export const zhCN: ServiceNames = {
  purchase: '购买',
  cloud_subscription: '云端订阅',
  on_premise_license: '本地部署许可证',
  renewal_upgrade: '续订或升级',
  value_added_services: '增值服务',
  installation_hosting: '安装与托管',
  customization: '定制',
  localization: '本地化',
  training: '培训',
  workflow_automation: '工作流自动化',
  telephony: '电话通信',
  integration: '集成',
  app_development: '应用开发'
}
