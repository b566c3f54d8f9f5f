import type { NoticeTexts } from './notice-texts.ts'

export const ms: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Permintaan pelaksanaan baharu [b]${number}[/b] di ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Permintaan pelaksanaan baharu sejak ringkasan terakhir: [b]${total}[/b]` +
    (locked > 0 ? `, ${locked} daripadanya masih berkunci untuk anda.` : '.'),
  withdrawn: (number) =>
    `Permintaan [b]${number}[/b] telah ditarik balik. Sila jangan hubungi pelanggan lagi tentangnya.`,
  erased: (number) =>
    `Pelanggan bagi permintaan [b]${number}[/b] meminta data peribadinya dipadamkan. Sila padamkan salinan anda dan sahkannya dalam aplikasi.`,
  deliveryRefused: (number) =>
    `CRM anda menolak permintaan [b]${number}[/b]. Aplikasi menunjukkan sebabnya; selepas membetulkannya, hantar semula dari situ.`,
  test: 'Pemberitahuan aplikasi Permintaan pelaksanaan tiba di sini.',
  open: 'Buka dalam aplikasi'
}
