import type { ServiceNames } from './names.ts'

export const th: ServiceNames = {
  purchase: 'การซื้อ',
  cloud_subscription: 'การสมัครใช้งานคลาวด์',
  on_premise_license: 'ใบอนุญาตแบบติดตั้งในองค์กร',
  renewal_upgrade: 'ต่ออายุหรืออัปเกรด',
  value_added_services: 'บริการเสริมมูลค่า',
  installation_hosting: 'การติดตั้งและโฮสติ้ง',
  customization: 'การปรับแต่ง',
  localization: 'การปรับให้เข้ากับท้องถิ่น',
  training: 'การฝึกอบรม',
  workflow_automation: 'ระบบเวิร์กโฟลว์อัตโนมัติ',
  telephony: 'ระบบโทรศัพท์',
  integration: 'การเชื่อมต่อระบบ',
  app_development: 'การพัฒนาแอป'
}
