import type { MailTexts } from './mail-texts.ts'

export const zhTW: MailTexts = {
  subject: (total) => (total === 1 ? '1 筆新的導入需求' : `${total} 筆新的導入需求`),
  greeting: (partner) => `${partner}，您好：`,
  summary: ({ total, locked }) =>
    (total === 1 ? '您所在地區收到 1 筆新的導入需求' : `您所在地區收到 ${total} 筆新的導入需求`) +
    (locked === 0 ? '。' : `，其中 ${total - locked} 筆現已對您開放，${locked} 筆仍處於鎖定狀態。`),
  more: (count) => `……以及另外 ${count} 筆。`,
  locked: ({ locked, at }) => `${locked === 1 ? '鎖定的需求' : '鎖定的需求中，第一筆'}將於 ${at} 對您開放。`,
  open: '開啟需求',
  howToOpen: '請在您的 Bitrix24 的「應用程式」中開啟「導入需求」應用程式。',
  why: '您以 Bitrix24 銀級或金級合作夥伴的身分收到此郵件，每小時最多一封。',
  unsubscribe: '不再接收此類郵件',
  page: {
    title: '新需求郵件',
    ask: (email) => `是否讓 ${email} 不再接收新需求郵件？`,
    stop: '不再接收郵件',
    stopped: (email) => `${email} 不再接收新需求郵件。應用程式仍會照常顯示需求。`,
    resume: '重新接收',
    resumed: (email) => `${email} 將重新接收新需求郵件。`,
    unknown: { title: '未知的連結', text: '此連結不完整或已失效。' }
  }
}
