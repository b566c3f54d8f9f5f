import { REQUEST_NAMES } from './request-names.ts'
import { ROBOT_VALUES } from './robot-values.ts'

/** The automation rule that a partner may put on its stages. Keys are Bitrix24’s own language codes. */
export const ROBOT = {
  code: 'implementation_request',
  path: '/bitrix24/robots',
  name: REQUEST_NAMES,
  description: {
    en: 'Reads the implementation request behind this lead or deal, without the client’s contact, for the rules that follow',
    de: 'Liest die Implementierungsanfrage zu diesem Lead oder Auftrag, ohne den Kontakt des Kunden, für die folgenden Regeln',
    la: 'Lee la solicitud de implementación de este prospecto o negociación, sin el contacto del cliente, para las reglas siguientes',
    br: 'Lê a solicitação de implementação deste lead ou negócio, sem o contato do cliente, para as regras seguintes',
    fr: 'Lit la demande d’implémentation de ce prospect ou de cette transaction, sans le contact du client, pour les règles suivantes',
    it: 'Legge la richiesta di implementazione di questo lead o affare, senza il contatto del cliente, per le regole successive',
    pl: 'Odczytuje zapytanie o wdrożenie tego leada lub deala, bez danych kontaktowych klienta, dla kolejnych reguł',
    tr: 'Bu müşteri adayının veya anlaşmanın uygulama talebini, müşterinin iletişim bilgisi olmadan, sonraki kurallar için okur',
    sc: '为后续规则读取此线索或交易背后的实施需求，不含客户联系方式',
    tc: '為後續規則讀取此潛在客戶或交易背後的導入需求，不含客戶聯絡方式',
    ja: 'このリードまたは取引の導入リクエストを、お客様の連絡先を除いて、後続のルールのために読み取ります',
    vn: 'Đọc yêu cầu triển khai của khách hàng tiềm năng hoặc giao dịch này, không kèm liên hệ của khách hàng, cho các quy tắc tiếp theo',
    id: 'Membaca permintaan implementasi di balik prospek atau transaksi ini, tanpa kontak klien, untuk aturan berikutnya',
    ms: 'Membaca permintaan pelaksanaan di sebalik petunjuk atau urus niaga ini, tanpa hubungan pelanggan, untuk peraturan seterusnya',
    th: 'อ่านคำขอติดตั้งระบบของลีดหรือดีลนี้ โดยไม่มีข้อมูลติดต่อของลูกค้า สำหรับกฎถัดไป',
    hi: 'इस लीड या डील के पीछे का कार्यान्वयन अनुरोध, ग्राहक के संपर्क के बिना, आगे के नियमों के लिए पढ़ता है'
  },
  /** What the rules after it can use. */
  values: ROBOT_VALUES
} as const
