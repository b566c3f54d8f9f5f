import type { NoticeTexts } from './notice-texts.ts'

export const zhCN: NoticeTexts = {
  requestNew: ({ number, country, services }) => `${country}有新的实施需求 [b]${number}[/b]：${services}。`,
  digest: ({ total, locked }) =>
    `自上次摘要以来的新实施需求：[b]${total}[/b]` + (locked > 0 ? `，其中 ${locked} 条对您仍处于锁定状态。` : '。'),
  withdrawn: (number) => `需求 [b]${number}[/b] 已撤回。请不要再就此联系客户。`,
  erased: (number) => `需求 [b]${number}[/b] 的客户要求删除个人数据。请删除您的副本并在应用中确认。`,
  deliveryRefused: (number) => `您的 CRM 拒绝了需求 [b]${number}[/b]。应用会显示原因；解决后请在应用中重新发送。`,
  test: '实施需求应用的通知会发送到这里。',
  open: '在应用中打开'
}
