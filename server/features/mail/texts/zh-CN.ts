import type { MailTexts } from './mail-texts.ts'

export const zhCN: MailTexts = {
  subject: (total) => (total === 1 ? '1 条新的实施需求' : `${total} 条新的实施需求`),
  greeting: (partner) => `${partner}，您好：`,
  summary: ({ total, locked }) =>
    (total === 1 ? '您所在地区收到 1 条新的实施需求' : `您所在地区收到 ${total} 条新的实施需求`) +
    (locked === 0 ? '。' : `，其中 ${total - locked} 条现已对您开放，${locked} 条仍处于锁定状态。`),
  more: (count) => `……以及另外 ${count} 条。`,
  locked: ({ locked, at }) => `${locked === 1 ? '锁定的需求' : '锁定的需求中，第一条'}将于 ${at} 对您开放。`,
  open: '打开需求',
  howToOpen: '请在您的 Bitrix24 的“应用”中打开“实施需求”应用。',
  why: '您作为 Bitrix24 的银牌或金牌合作伙伴收到此邮件，每小时最多一封。',
  unsubscribe: '不再接收此类邮件',
  page: {
    title: '新需求邮件',
    ask: (email) => `是否让 ${email} 不再接收新需求邮件？`,
    stop: '不再接收邮件',
    stopped: (email) => `${email} 不再接收新需求邮件。应用中仍会照常显示需求。`,
    resume: '重新接收',
    resumed: (email) => `${email} 将重新接收新需求邮件。`,
    unknown: { title: '未知链接', text: '此链接不完整或已失效。' }
  }
}
