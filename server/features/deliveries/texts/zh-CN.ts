import type { DeliveryTexts } from './delivery-texts.ts'

export const zhCN: DeliveryTexts = {
  source: 'Bitrix24 实施需求',
  firstContact: (number) => `首次联系：${number}`,
  firstContactHint: '客户期望得到亲自而不打扰的首次联系。请勿转交联系方式。',
  labels: {
    number: '需求',
    summary: '摘要',
    description: '描述',
    services: '服务',
    location: '地区',
    languages: '语言',
    role: '联系人职务',
    companySize: '公司规模',
    industry: '行业',
    users: '用户数',
    budget: '预算',
    timeframe: '时间安排',
    edition: '版本',
    messengers: '即时通讯',
    website: '网站',
    address: '地址'
  },
  status: {
    open: '处理中',
    won: '赢单',
    lost: '输单',
    void: '不计入',
    withdrawn: '已撤回',
    erased: '客户数据已删除',
    none: '无需求'
  },
  notes: {
    withdrawn: (number) => `需求 ${number} 已由客户或 Bitrix24 撤回。请不要再就此联系客户。`,
    erased: (number) => `需求 ${number} 的客户要求删除个人数据。请删除此卡片及其他所有位置的副本。`
  }
}
