import type { NoticeTexts } from './notice-texts.ts'

export const id: NoticeTexts = {
  requestNew: ({ number, country, services }) =>
    `Permintaan implementasi baru [b]${number}[/b] di ${country}: ${services}.`,
  digest: ({ total, locked }) =>
    `Permintaan implementasi baru sejak ringkasan terakhir: [b]${total}[/b]` +
    (locked > 0 ? `, ${locked} di antaranya masih terkunci untuk Anda.` : '.'),
  withdrawn: (number) => `Permintaan [b]${number}[/b] telah ditarik. Jangan hubungi klien lagi tentang hal ini.`,
  erased: (number) =>
    `Klien dari permintaan [b]${number}[/b] meminta penghapusan data pribadinya. Hapus salinan Anda dan konfirmasikan di aplikasi.`,
  deliveryRefused: (number) =>
    `CRM Anda menolak permintaan [b]${number}[/b]. Aplikasi menunjukkan alasannya; setelah diperbaiki, kirim lagi dari sana.`,
  test: 'Pemberitahuan aplikasi Permintaan implementasi tiba di sini.',
  open: 'Buka di aplikasi'
}
