import type { MailTexts } from './mail-texts.ts'

export const ms: MailTexts = {
  subject: (total) => (total === 1 ? 'Satu permintaan pelaksanaan baharu' : `${total} permintaan pelaksanaan baharu`),
  greeting: (partner) => `Salam sejahtera ${partner},`,
  summary: ({ total, locked }) =>
    (total === 1
      ? 'Satu permintaan pelaksanaan baharu telah diterima untuk lokasi anda'
      : `${total} permintaan pelaksanaan baharu telah diterima untuk lokasi anda`) +
    (locked === 0 ? '.' : `. Sudah terbuka untuk anda: ${total - locked}, masih berkunci: ${locked}.`),
  more: (count) => `… dan ${count} lagi.`,
  locked: ({ locked, at }) =>
    `${locked === 1 ? 'Yang berkunci' : 'Yang berkunci pertama'} akan terbuka untuk anda pada ${at}.`,
  open: 'Buka permintaan',
  howToOpen: 'Buka aplikasi Permintaan pelaksanaan dalam Bitrix24 anda, di bawah Aplikasi.',
  why: 'Anda menerima e-mel ini sebagai rakan kongsi perak atau emas Bitrix24, paling banyak sekali sejam.',
  unsubscribe: 'Jangan hantar e-mel ini lagi',
  page: {
    title: 'E-mel tentang permintaan baharu',
    ask: (email) => `Adakah ${email} tidak mahu lagi menerima e-mel tentang permintaan baharu?`,
    stop: 'Berhenti menerima e-mel',
    stopped: (email) =>
      `${email} tidak lagi menerima e-mel tentang permintaan baharu. Aplikasi masih memaparkannya seperti biasa.`,
    resume: 'Terima semula',
    resumed: (email) => `${email} menerima semula e-mel tentang permintaan baharu.`,
    unknown: { title: 'Pautan tidak dikenali', text: 'Pautan ini tidak lengkap atau tidak sah lagi.' }
  }
}
