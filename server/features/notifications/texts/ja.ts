import type { NoticeTexts } from './notice-texts.ts'

export const ja: NoticeTexts = {
  requestNew: ({ number, country, services }) => `新しい導入リクエスト [b]${number}[/b]（${country}）：${services}。`,
  digest: ({ total, locked }) =>
    `前回のまとめ以降の新しい導入リクエスト：[b]${total}[/b] 件` +
    (locked > 0 ? `（うち ${locked} 件はまだロックされています）。` : '。'),
  withdrawn: (number) => `リクエスト [b]${number}[/b] は取り下げられました。この件でお客様に連絡しないでください。`,
  erased: (number) =>
    `リクエスト [b]${number}[/b] のお客様が個人データの消去を求めています。お手元の控えを削除し、アプリで確認してください。`,
  deliveryRefused: (number) =>
    `CRM がリクエスト [b]${number}[/b] を拒否しました。理由はアプリに表示されます。解決後、アプリからもう一度送信してください。`,
  test: '導入リクエストアプリの通知はここに届きます。',
  open: 'アプリで開く'
}
