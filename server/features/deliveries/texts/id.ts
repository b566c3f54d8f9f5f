import type { DeliveryTexts } from './delivery-texts.ts'

export const id: DeliveryTexts = {
  source: 'Permintaan implementasi Bitrix24',
  firstContact: (number) => `Kontak pertama: ${number}`,
  firstContactHint: 'Klien mengharapkan kontak pertama yang pribadi dan tidak mengganggu. Jangan teruskan kontak ini.',
  labels: {
    number: 'Permintaan',
    summary: 'Ringkasan',
    description: 'Deskripsi',
    services: 'Layanan',
    location: 'Lokasi',
    languages: 'Bahasa',
    role: 'Peran kontak',
    companySize: 'Ukuran perusahaan',
    industry: 'Industri',
    users: 'Pengguna',
    budget: 'Anggaran',
    timeframe: 'Jangka waktu',
    edition: 'Edisi',
    messengers: 'Aplikasi pesan',
    website: 'Situs web',
    address: 'Alamat'
  },
  status: {
    open: 'Dikerjakan',
    won: 'Berhasil',
    lost: 'Gagal',
    void: 'Tidak dihitung',
    withdrawn: 'Ditarik',
    erased: 'Data klien dihapus',
    none: 'Tanpa permintaan'
  },
  notes: {
    withdrawn: (number) =>
      `Permintaan ${number} telah ditarik oleh klien atau oleh Bitrix24. Jangan hubungi klien lagi tentang hal ini.`,
    erased: (number) =>
      `Klien dari permintaan ${number} meminta penghapusan data pribadinya. Hapus salinan Anda dari kartu ini dan di tempat lain.`
  }
}
