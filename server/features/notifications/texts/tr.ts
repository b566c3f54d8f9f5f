import type { NoticeTexts } from './notice-texts.ts'

export const tr: NoticeTexts = {
  requestNew: ({ number, country, services }) => `Yeni uygulama talebi [b]${number}[/b], ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Son özetten bu yana yeni uygulama talepleri: [b]${total}[/b]` +
    (locked > 0 ? `, bunlardan ${locked} tanesi sizin için hâlâ kilitli.` : '.'),
  withdrawn: (number) =>
    `[b]${number}[/b] numaralı talep geri çekildi. Lütfen bu konuda müşteriyle artık iletişime geçmeyin.`,
  erased: (number) =>
    `[b]${number}[/b] numaralı talebin müşterisi kişisel verilerinin silinmesini istedi. Lütfen kopyanızı silin ve bunu uygulamada onaylayın.`,
  deliveryRefused: (number) =>
    `CRM’iniz [b]${number}[/b] numaralı talebi reddetti. Uygulama nedenini gösterir; düzelttikten sonra oradan yeniden gönderin.`,
  test: 'Uygulama talepleri uygulamasının bildirimleri buraya gelir.',
  open: 'Uygulamada aç'
}
