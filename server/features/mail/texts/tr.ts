import type { MailTexts } from './mail-texts.ts'

export const tr: MailTexts = {
  subject: (total) => (total === 1 ? 'Yeni bir uygulama talebi' : `${total} yeni uygulama talebi`),
  greeting: (partner) => `Merhaba ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Konumlarınız için yeni bir uygulama talebi geldi'
      : `Konumlarınız için ${total} yeni uygulama talebi geldi`) +
    (locked === 0 ? '.' : `. Size şimdi açık: ${total - locked}, hâlâ kilitli: ${locked}.`),
  more: (count) => `… ve ${count} tane daha.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Kilitli olan' : 'Kilitli olanların ilki'} sizin için şu tarihte açılır: ${at}.`,
  open: 'Talepleri aç',
  howToOpen: 'Bitrix24’ünüzde Uygulamalar altında Uygulama talepleri uygulamasını açın.',
  why: 'Bu e-postayı Bitrix24’ün gümüş veya altın iş ortağı olarak, saatte en fazla bir kez alırsınız.',
  unsubscribe: 'Bu e-postaları artık almak istemiyorum',
  page: {
    title: 'Yeni taleplerle ilgili e-postalar',
    ask: (email) => `${email} adresi yeni taleplerle ilgili e-postaları artık almasın mı?`,
    stop: 'Artık e-posta gönderme',
    stopped: (email) =>
      `${email} adresi yeni taleplerle ilgili e-postaları artık almıyor. Uygulama onları eskisi gibi gösterir.`,
    resume: 'Yeniden al',
    resumed: (email) => `${email} adresi yeni taleplerle ilgili e-postaları yeniden alıyor.`,
    unknown: { title: 'Bilinmeyen bağlantı', text: 'Bu bağlantı eksik veya artık geçerli değil.' }
  }
}
