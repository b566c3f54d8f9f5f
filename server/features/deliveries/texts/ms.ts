import type { DeliveryTexts } from './delivery-texts.ts'

export const ms: DeliveryTexts = {
  source: 'Permintaan pelaksanaan Bitrix24',
  firstContact: (number) => `Hubungan pertama: ${number}`,
  firstContactHint:
    'Pelanggan mengharapkan hubungan pertama yang peribadi dan tidak mengganggu. Jangan berikan kenalan ini kepada orang lain.',
  labels: {
    number: 'Permintaan',
    summary: 'Ringkasan',
    description: 'Huraian',
    services: 'Perkhidmatan',
    location: 'Lokasi',
    languages: 'Bahasa',
    role: 'Peranan kenalan',
    companySize: 'Saiz syarikat',
    industry: 'Industri',
    users: 'Pengguna',
    budget: 'Bajet',
    timeframe: 'Tempoh masa',
    edition: 'Edisi',
    messengers: 'Aplikasi pesanan',
    website: 'Laman web',
    address: 'Alamat'
  },
  status: {
    open: 'Dalam kerja',
    won: 'Berjaya',
    lost: 'Gagal',
    void: 'Tidak dikira',
    withdrawn: 'Ditarik balik',
    erased: 'Data pelanggan dipadamkan',
    none: 'Tiada permintaan'
  },
  notes: {
    withdrawn: (number) =>
      `Permintaan ${number} telah ditarik balik oleh pelanggan atau oleh Bitrix24. Sila jangan hubungi pelanggan lagi tentangnya.`,
    erased: (number) =>
      `Pelanggan bagi permintaan ${number} meminta data peribadinya dipadamkan. Sila padamkan salinan anda daripada kad ini dan di tempat lain.`
  }
}
