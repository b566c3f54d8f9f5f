import type { NoticeTexts } from './notice-texts.ts'

export const zhTW: NoticeTexts = {
  requestNew: ({ number, country, services }) => `${country}有新的導入需求 [b]${number}[/b]：${services}。`,
  digest: ({ total, locked }) =>
    `自上次摘要以來的新導入需求：[b]${total}[/b]` + (locked > 0 ? `，其中 ${locked} 筆對您仍處於鎖定狀態。` : '。'),
  withdrawn: (number) => `需求 [b]${number}[/b] 已撤回。請不要再就此聯絡客戶。`,
  erased: (number) => `需求 [b]${number}[/b] 的客戶要求刪除個人資料。請刪除您的副本並在應用程式中確認。`,
  deliveryRefused: (number) =>
    `您的 CRM 拒絕了需求 [b]${number}[/b]。應用程式會顯示原因；解決後請在應用程式中重新傳送。`,
  test: '導入需求應用程式的通知會傳送到這裡。',
  open: '在應用程式中開啟'
}
