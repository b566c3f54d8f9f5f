import type { MailTexts } from './mail-texts.ts'

export const ja: MailTexts = {
  subject: (total) => (total === 1 ? '新しい導入リクエスト 1 件' : `新しい導入リクエスト ${total} 件`),
  greeting: (partner) => `${partner} 様`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'お客様の対象地域に新しい導入リクエストが 1 件届きました'
      : `お客様の対象地域に新しい導入リクエストが ${total} 件届きました`) +
    (locked === 0 ? '。' : `（すぐに見られるもの ${total - locked} 件、ロック中 ${locked} 件）。`),
  more: (count) => `…ほか ${count} 件。`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'ロック中のものは' : 'ロック中のうち最初のものは'} ${at} に解除されます。`,
  open: 'リクエストを開く',
  howToOpen: 'Bitrix24 の「アプリ」から「導入リクエスト」アプリを開いてください。',
  why: 'このメールは Bitrix24 のシルバーまたはゴールドパートナーの方に、1 時間に 1 通まで送られます。',
  unsubscribe: 'このメールの配信を停止する',
  page: {
    title: '新しいリクエストのメール',
    ask: (email) => `${email} への新しいリクエストのメールを停止しますか？`,
    stop: 'メールを停止する',
    stopped: (email) => `${email} への新しいリクエストのメールを停止しました。アプリではこれまでどおり表示されます。`,
    resume: '再び受け取る',
    resumed: (email) => `${email} への新しいリクエストのメールを再開しました。`,
    unknown: { title: '不明なリンク', text: 'このリンクは不完全か、すでに無効です。' }
  }
}
