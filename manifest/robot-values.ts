import { AMOUNT, BUDGET, CODE, COUNTRY, CURRENCY, SERVICES, STATUS } from './robot-words.ts'

type Words = Record<keyof typeof CODE, string>

export interface RobotValue {
  type: 'string' | 'int' | 'double'
  name: Words
  description?: Words
}

const of = (words: Words, more: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([lang, word]) => [lang, `${word} (${more[lang as keyof Words]})`])
  ) as Words

/** Codes for conditions, beside texts in the portal’s language for people. */
export const ROBOT_VALUES = {
  number: {
    type: 'string',
    name: {
      en: 'Request',
      de: 'Anfrage',
      la: 'Solicitud',
      br: 'Solicitação',
      fr: 'Demande',
      it: 'Richiesta',
      pl: 'Zapytanie',
      tr: 'Talep',
      sc: '需求',
      tc: '需求',
      ja: 'リクエスト',
      vn: 'Yêu cầu',
      id: 'Permintaan',
      ms: 'Permintaan',
      th: 'คำขอ',
      hi: 'अनुरोध'
    }
  },
  status: {
    type: 'string',
    name: of(STATUS, CODE),
    description: {
      en: 'For conditions: open, won, lost, void, withdrawn, erased; none = no request behind the card',
      de: 'Für Bedingungen: open, won, lost, void, withdrawn, erased; none = keine Anfrage zu diesem Element',
      la: 'Para condiciones: open, won, lost, void, withdrawn, erased; none = sin solicitud detrás',
      br: 'Para condições: open, won, lost, void, withdrawn, erased; none = sem solicitação por trás',
      fr: 'Pour les conditions : open, won, lost, void, withdrawn, erased; none = aucune demande liée',
      it: 'Per le condizioni: open, won, lost, void, withdrawn, erased; none = nessuna richiesta collegata',
      pl: 'Do warunków: open, won, lost, void, withdrawn, erased; none = bez zapytania',
      tr: 'Koşullar için: open, won, lost, void, withdrawn, erased; none = bağlı talep yok',
      sc: '用于条件：open, won, lost, void, withdrawn, erased; none = 没有对应的需求',
      tc: '用於條件：open, won, lost, void, withdrawn, erased; none = 沒有對應的需求',
      ja: '条件に使用：open, won, lost, void, withdrawn, erased; none = 対応するリクエストなし',
      vn: 'Dùng cho điều kiện: open, won, lost, void, withdrawn, erased; none = không có yêu cầu',
      id: 'Untuk kondisi: open, won, lost, void, withdrawn, erased; none = tanpa permintaan',
      ms: 'Untuk syarat: open, won, lost, void, withdrawn, erased; none = tiada permintaan',
      th: 'ใช้ในเงื่อนไข: open, won, lost, void, withdrawn, erased; none = ไม่มีคำขอ',
      hi: 'शर्तों के लिए: open, won, lost, void, withdrawn, erased; none = कोई अनुरोध नहीं'
    }
  },
  statusText: { type: 'string', name: STATUS },
  services: { type: 'string', name: SERVICES },
  serviceCodes: { type: 'string', name: of(SERVICES, CODE) },
  location: {
    type: 'string',
    name: {
      en: 'Location',
      de: 'Standort',
      la: 'Ubicación',
      br: 'Local',
      fr: 'Zone',
      it: 'Area',
      pl: 'Lokalizacja',
      tr: 'Konum',
      sc: '地区',
      tc: '地區',
      ja: '地域',
      vn: 'Địa điểm',
      id: 'Lokasi',
      ms: 'Lokasi',
      th: 'พื้นที่',
      hi: 'क्षेत्र'
    }
  },
  country: { type: 'string', name: of(COUNTRY, CODE) },
  languages: {
    type: 'string',
    name: {
      en: 'Languages',
      de: 'Sprachen',
      la: 'Idiomas',
      br: 'Idiomas',
      fr: 'Langues',
      it: 'Lingue',
      pl: 'Języki',
      tr: 'Diller',
      sc: '语言',
      tc: '語言',
      ja: '言語',
      vn: 'Ngôn ngữ',
      id: 'Bahasa',
      ms: 'Bahasa',
      th: 'ภาษา',
      hi: 'भाषाएँ'
    }
  },
  users: {
    type: 'int',
    name: {
      en: 'Users',
      de: 'Nutzer',
      la: 'Usuarios',
      br: 'Usuários',
      fr: 'Utilisateurs',
      it: 'Utenti',
      pl: 'Użytkownicy',
      tr: 'Kullanıcılar',
      sc: '用户数',
      tc: '使用者數',
      ja: 'ユーザー数',
      vn: 'Người dùng',
      id: 'Pengguna',
      ms: 'Pengguna',
      th: 'ผู้ใช้',
      hi: 'उपयोगकर्ता'
    }
  },
  budget: { type: 'string', name: BUDGET },
  budgetAmount: { type: 'double', name: of(BUDGET, AMOUNT) },
  budgetCurrency: { type: 'string', name: of(BUDGET, CURRENCY) },
  timeframe: {
    type: 'string',
    name: {
      en: 'Timeframe',
      de: 'Zeitrahmen',
      la: 'Plazo',
      br: 'Prazo',
      fr: 'Délai',
      it: 'Tempi',
      pl: 'Termin',
      tr: 'Zaman planı',
      sc: '时间安排',
      tc: '時程',
      ja: '希望時期',
      vn: 'Thời gian dự kiến',
      id: 'Jangka waktu',
      ms: 'Tempoh masa',
      th: 'กรอบเวลา',
      hi: 'समय-सीमा'
    },
    description: {
      en: 'In the client’s own words',
      de: 'In den Worten des Kunden',
      la: 'Con las palabras del cliente',
      br: 'Nas palavras do cliente',
      fr: 'Avec les mots du client',
      it: 'Con le parole del cliente',
      pl: 'Słowami klienta',
      tr: 'Müşterinin kendi sözleriyle',
      sc: '客户原文',
      tc: '客戶原文',
      ja: 'お客様の記入のまま',
      vn: 'Theo lời của khách hàng',
      id: 'Dengan kata-kata klien',
      ms: 'Dalam perkataan pelanggan',
      th: 'ตามที่ลูกค้าเขียน',
      hi: 'ग्राहक के अपने शब्दों में'
    }
  }
} satisfies Record<string, RobotValue>
