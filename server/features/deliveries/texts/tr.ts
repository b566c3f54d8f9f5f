import type { DeliveryTexts } from './delivery-texts.ts'

export const tr: DeliveryTexts = {
  source: 'Bitrix24 uygulama talebi',
  firstContact: (number) => `İlk iletişim: ${number}`,
  firstContactHint:
    'Müşteri kişisel ve rahatsız etmeyen bir ilk iletişim bekliyor. İletişim bilgilerini kimseyle paylaşmayın.',
  labels: {
    number: 'Talep',
    summary: 'Özet',
    description: 'Açıklama',
    services: 'Hizmetler',
    location: 'Konum',
    languages: 'Diller',
    role: 'İlgili kişinin görevi',
    companySize: 'Şirket büyüklüğü',
    industry: 'Sektör',
    users: 'Kullanıcılar',
    budget: 'Bütçe',
    timeframe: 'Zaman planı',
    edition: 'Sürüm',
    messengers: 'Mesajlaşma uygulamaları',
    website: 'Web sitesi',
    address: 'Adres'
  },
  status: {
    open: 'İşlemde',
    won: 'Kazanıldı',
    lost: 'Kaybedildi',
    void: 'Sayılmıyor',
    withdrawn: 'Geri çekildi',
    erased: 'Müşteri verileri silindi',
    none: 'Talep yok'
  },
  notes: {
    withdrawn: (number) =>
      `${number} numaralı talep müşteri veya Bitrix24 tarafından geri çekildi. Lütfen bu konuda müşteriyle artık iletişime geçmeyin.`,
    erased: (number) =>
      `${number} numaralı talebin müşterisi kişisel verilerinin silinmesini istedi. Lütfen bu karttaki ve diğer her yerdeki kopyanızı silin.`
  }
}
