/** Keys are Bitrix24’s own language codes (platform.md §10.3). */
export const REQUEST_NAMES = {
  en: 'Implementation request',
  de: 'Implementierungsanfrage',
  la: 'Solicitud de implementación',
  br: 'Solicitação de implementação',
  fr: 'Demande d’implémentation',
  it: 'Richiesta di implementazione',
  pl: 'Zapytanie o wdrożenie',
  tr: 'Uygulama talebi',
  sc: '实施需求',
  tc: '導入需求',
  ja: '導入リクエスト',
  vn: 'Yêu cầu triển khai',
  id: 'Permintaan implementasi',
  ms: 'Permintaan pelaksanaan',
  th: 'คำขอติดตั้งระบบ',
  hi: 'कार्यान्वयन अनुरोध'
} as const
