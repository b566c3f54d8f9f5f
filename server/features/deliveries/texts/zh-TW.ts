import type { DeliveryTexts } from './delivery-texts.ts'

export const zhTW: DeliveryTexts = {
  source: 'Bitrix24 導入需求',
  firstContact: (number) => `首次聯絡：${number}`,
  firstContactHint: '客戶期望得到親自而不打擾的首次聯絡。請勿轉交聯絡方式。',
  labels: {
    number: '需求',
    summary: '摘要',
    description: '描述',
    services: '服務',
    location: '地區',
    languages: '語言',
    role: '聯絡人職務',
    companySize: '公司規模',
    industry: '產業',
    users: '使用者數',
    budget: '預算',
    timeframe: '時程',
    edition: '版本',
    messengers: '即時通訊',
    website: '網站',
    address: '地址'
  },
  status: {
    open: '處理中',
    won: '成交',
    lost: '未成交',
    void: '不計入',
    withdrawn: '已撤回',
    erased: '客戶資料已刪除',
    none: '無需求'
  },
  notes: {
    withdrawn: (number) => `需求 ${number} 已由客戶或 Bitrix24 撤回。請不要再就此聯絡客戶。`,
    erased: (number) => `需求 ${number} 的客戶要求刪除個人資料。請刪除此卡片及其他所有位置的副本。`
  }
}
