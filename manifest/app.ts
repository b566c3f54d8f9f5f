import { REQUEST_NAMES as REQUEST } from './request-names.ts'
import { ROBOT } from './robot.ts'

/** What the app is to Bitrix24: the version card is filled from here, the installer binds what stands here. */
export const APP = {
  title: 'Implementation Requests',
  version: 1,
  urls: {
    application: '/bitrix24/app',
    installer: '/bitrix24/install',
    events: '/bitrix24/events',
    robots: ROBOT.path
  },
  /** Each scope with its reason, see permissions.md. */
  scopes: ['crm', 'placement', 'user_brief', 'im', 'bizproc'],
  /** Handled by server/features/installation/receive-event.ts */
  events: [
    'ONAPPINSTALL',
    'ONAPPUPDATE',
    'ONAPPUNINSTALL',
    'ONAPPPAYMENT',
    'ONCRMLEADUPDATE',
    'ONCRMLEADDELETE',
    'ONCRMDEALADD',
    'ONCRMDEALUPDATE',
    'ONCRMDEALDELETE',
    'ONCRMDEALMOVETOCATEGORY'
  ],
  /** Handled by server/features/sessions/open-page.ts */
  placements: [
    { code: 'CRM_LEAD_DETAIL_TAB', title: REQUEST },
    { code: 'CRM_DEAL_DETAIL_TAB', title: REQUEST }
  ],
  /** Executed by server/features/deliveries/fire-trigger.ts; a partner attaches it to a stage to automate its own side. */
  triggers: [
    {
      code: 'request_reserved',
      name: {
        en: 'Request reserved',
        de: 'Anfrage reserviert',
        la: 'Solicitud reservada',
        br: 'Solicitação reservada',
        fr: 'Demande réservée',
        it: 'Richiesta prenotata',
        pl: 'Zarezerwowano zapytanie',
        tr: 'Talep rezerve edildi',
        sc: '需求已预订',
        tc: '需求已預訂',
        ja: 'リクエストを予約',
        vn: 'Đã đặt chỗ yêu cầu',
        id: 'Permintaan direservasi',
        ms: 'Permintaan ditempah',
        th: 'จองคำขอแล้ว',
        hi: 'अनुरोध आरक्षित'
      }
    }
  ],
  /** On the kanban card until the first contact, by server/features/deliveries/badge-card.ts */
  badges: [
    {
      code: 'implementation_request_waits',
      type: 'warning',
      title: REQUEST,
      value: {
        en: 'Client is waiting',
        de: 'Kunde wartet',
        la: 'El cliente espera',
        br: 'O cliente espera',
        fr: 'Le client attend',
        it: 'Il cliente attende',
        pl: 'Klient czeka',
        tr: 'Müşteri bekliyor',
        sc: '客户在等待',
        tc: '客戶等待中',
        ja: 'お客様がお待ちです',
        vn: 'Khách hàng đang chờ',
        id: 'Klien menunggu',
        ms: 'Pelanggan menunggu',
        th: 'ลูกค้ารออยู่',
        hi: 'ग्राहक प्रतीक्षा में'
      }
    }
  ],
  /** Answered by server/features/deliveries/answer-robot.ts */
  robots: [ROBOT],
  /** The app's own CRM fields, created on leads and deals. */
  fields: [
    {
      name: 'IR_NUMBER',
      label: REQUEST,
      help: {
        en: 'Number of the request at Bitrix24',
        de: 'Nummer der Anfrage bei Bitrix24',
        la: 'Número de la solicitud en Bitrix24',
        br: 'Número da solicitação no Bitrix24',
        fr: 'Numéro de la demande chez Bitrix24',
        it: 'Numero della richiesta presso Bitrix24',
        pl: 'Numer zapytania w Bitrix24',
        tr: 'Talebin Bitrix24’teki numarası',
        sc: '需求在 Bitrix24 的编号',
        tc: '需求在 Bitrix24 的編號',
        ja: 'Bitrix24 でのリクエスト番号',
        vn: 'Mã số yêu cầu tại Bitrix24',
        id: 'Nomor permintaan di Bitrix24',
        ms: 'Nombor permintaan di Bitrix24',
        th: 'หมายเลขคำขอที่ Bitrix24',
        hi: 'Bitrix24 में अनुरोध की संख्या'
      }
    },
    {
      name: 'IR_PROOF',
      label: {
        en: 'Proof of win',
        de: 'Nachweis des Abschlusses',
        la: 'Prueba del cierre',
        br: 'Comprovante do fechamento',
        fr: 'Preuve de la conclusion',
        it: 'Prova della conclusione',
        pl: 'Dowód wygranego deala',
        tr: 'Kazanılan anlaşmanın kanıtı',
        sc: '赢单凭证',
        tc: '成交證明',
        ja: '成約の証明',
        vn: 'Bằng chứng thành công',
        id: 'Bukti transaksi berhasil',
        ms: 'Bukti urus niaga berjaya',
        th: 'หลักฐานความสำเร็จ',
        hi: 'सफल डील का प्रमाण'
      },
      help: {
        en: 'Licence key, order number or address of the client’s portal',
        de: 'Lizenzschlüssel, Bestellnummer oder Adresse des Kundenportals',
        la: 'Clave de licencia, número de pedido o dirección del portal del cliente',
        br: 'Chave de licença, número do pedido ou endereço do portal do cliente',
        fr: 'Clé de licence, numéro de commande ou adresse du portail du client',
        it: 'Chiave di licenza, numero d’ordine o indirizzo del portale del cliente',
        pl: 'Klucz licencyjny, numer zamówienia lub adres portalu klienta',
        tr: 'Lisans anahtarı, sipariş numarası veya müşteri portalının adresi',
        sc: '许可证密钥、订单号或客户门户地址',
        tc: '授權金鑰、訂單編號或客戶入口網站位址',
        ja: 'ライセンスキー、注文番号、またはお客様のポータルのアドレス',
        vn: 'Khóa giấy phép, số đơn hàng hoặc địa chỉ cổng của khách hàng',
        id: 'Kunci lisensi, nomor pesanan, atau alamat portal klien',
        ms: 'Kunci lesen, nombor pesanan atau alamat portal pelanggan',
        th: 'คีย์ใบอนุญาต หมายเลขคำสั่งซื้อ หรือที่อยู่พอร์ทัลของลูกค้า',
        hi: 'लाइसेंस कुंजी, ऑर्डर संख्या या ग्राहक के पोर्टल का पता'
      }
    }
  ],
  /** `originatorId` of every CRM item that the app creates. */
  originator: 'IMPLEMENTATION_REQUESTS'
} as const

export const fieldName = (name: (typeof APP.fields)[number]['name']): string => `UF_CRM_${name}`

/** Path of a placement's handler. */
export const placementPath = (code: string): string => `/bitrix24/placements/${code.toLowerCase()}`
