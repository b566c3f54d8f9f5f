import type { MailTexts } from './mail-texts.ts'

export const id: MailTexts = {
  subject: (total) => (total === 1 ? 'Satu permintaan implementasi baru' : `${total} permintaan implementasi baru`),
  greeting: (partner) => `Halo ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Ada satu permintaan implementasi baru untuk lokasi Anda'
      : `Ada ${total} permintaan implementasi baru untuk lokasi Anda`) +
    (locked === 0 ? '.' : `. Sudah terbuka bagi Anda: ${total - locked}, masih terkunci: ${locked}.`),
  more: (count) => `… dan ${count} lagi.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Yang terkunci' : 'Yang terkunci pertama'} terbuka bagi Anda pada ${at}.`,
  open: 'Buka permintaan',
  howToOpen: 'Buka aplikasi Permintaan implementasi di Bitrix24 Anda, di bagian Aplikasi.',
  why: 'Anda menerima email ini sebagai mitra perak atau emas Bitrix24, paling banyak sekali dalam satu jam.',
  unsubscribe: 'Jangan kirim email ini lagi',
  page: {
    title: 'Email tentang permintaan baru',
    ask: (email) => `Apakah ${email} tidak ingin lagi menerima email tentang permintaan baru?`,
    stop: 'Berhenti menerima email',
    stopped: (email) => `${email} tidak lagi menerima email tentang permintaan baru. Aplikasi tetap menampilkannya.`,
    resume: 'Terima lagi',
    resumed: (email) => `${email} kembali menerima email tentang permintaan baru.`,
    unknown: { title: 'Tautan tidak dikenal', text: 'Tautan ini tidak lengkap atau sudah tidak berlaku.' }
  }
}
