import type { DeliveryTexts } from './delivery-texts.ts'

export const ja: DeliveryTexts = {
  source: 'Bitrix24 導入リクエスト',
  firstContact: (number) => `初回連絡：${number}`,
  firstContactHint: 'お客様は担当者からの丁寧で控えめな初回連絡を希望しています。連絡先を第三者に渡さないでください。',
  labels: {
    number: 'リクエスト',
    summary: '概要',
    description: '説明',
    services: 'サービス',
    location: '地域',
    languages: '言語',
    role: '担当者の役割',
    companySize: '会社の規模',
    industry: '業種',
    users: 'ユーザー数',
    budget: '予算',
    timeframe: '希望時期',
    edition: 'エディション',
    messengers: 'メッセンジャー',
    website: 'ウェブサイト',
    address: '住所'
  },
  status: {
    open: '対応中',
    won: '成約',
    lost: '失注',
    void: '対象外',
    withdrawn: '取り下げ',
    erased: 'お客様のデータは消去済み',
    none: 'リクエストなし'
  },
  notes: {
    withdrawn: (number) =>
      `リクエスト ${number} は、お客様または Bitrix24 により取り下げられました。この件でお客様に連絡しないでください。`,
    erased: (number) =>
      `リクエスト ${number} のお客様が個人データの消去を求めています。このカードとその他すべての場所から控えを削除してください。`
  }
}
