import type { ServiceNames } from './names.ts'

export const vi: ServiceNames = {
  purchase: 'Mua hàng',
  cloud_subscription: 'Gói đăng ký đám mây',
  on_premise_license: 'Giấy phép On-Premise',
  renewal_upgrade: 'Gia hạn hoặc nâng cấp',
  value_added_services: 'Dịch vụ giá trị gia tăng',
  installation_hosting: 'Cài đặt và lưu trữ',
  customization: 'Tùy chỉnh',
  localization: 'Bản địa hóa',
  training: 'Đào tạo',
  workflow_automation: 'Tự động hóa quy trình',
  telephony: 'Điện thoại',
  integration: 'Tích hợp',
  app_development: 'Phát triển ứng dụng'
}
