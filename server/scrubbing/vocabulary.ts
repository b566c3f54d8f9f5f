const words = (text: string): string[] => text.trim().split(/\s+/)
const either = (list: string[]): string =>
  [...list]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll('_', '\\s').replace(/[.*+?()]/g, '\\$&'))
    .join('|')

/** How the sign @ is said, always meant as such: fr it es pt pl tr de nl ru and the scripts that write no spaces. */
export const STRONG_AT = either(
  words(
    'آت أت ات arobase arobas arroba chiocciola małpa malpa malpka małpka małpką małpą kukac kuyruklu_a et_işareti klammeraffe at-zeichen at_sign at-sign ' +
      'собака собачка равлик равлика a_còng a-còng a-cong a_cong a_móc a_keong à_commercial a_commercial ऐट_द_रेट एट_द_रेट ऐट_दी_रेट एट_दी_रेट ऐट एट अट at_the_rate at_the_rate_of zavináč zavinac snabel-a snabela apenstaartje aapstaart affenschwanz alias коммерческое_эт'
  )
)
export const SPACELESS_AT =
  'アットマーク|アット|あっとまーく|あっと|艾特|圈a|小老鼠|แอท|แอ็ท|แอ๊ท|แอต|แอ็ต|แอด|แอ็ด|แอ๊ด|골뱅이|앳'
/** Said so too, but ordinary words as well. */
export const WEAK_AT = either(words('at ät aet et di bei ad chez'))
export const DOT = either(
  words(
    'دوت نقطة dot d0t punkt pkt point punto ponto kropka nokta titik chấm cham dấu_chấm точка крапка tečka tecka punktum punt pont noktah ドット どっと 点 點 จุด ดอท डॉट डाट बिंदु बिन्दु 닷 점'
  )
)
/** Dot words that open phrases ("point de départ", "punto de venta", "el punto es"). */
export const isPhrase = (dot: string, top: string, before: string): boolean =>
  (/^(?:de|es|com|in|is|it|no|do|da|se|si|la|le|so|to|at|be|by|my|me|us|as|am|al|di)$/.test(top) &&
    !/^(?:dot|دوت|نقطة|punkt|chấm|titik|noktah|nokta|kropka|точка|крапка|tečka|punktum|닷|점|ドット|点|點|จุด|ดอท|डॉट)$/.test(
      dot
    ) &&
    !(top === 'com' && !ARTICLES.has(before))) ||
  ARTICLES.has(before)
const ARTICLES = new Set(
  words(
    'the a an this that one each every der die das den dem ein einen jeder dieser el un este cada otro o um esse ao le au ce chaque il uno questo bir bu'
  )
)

/** What the first part of a telephone number is called. */
export const AREA_CODE =
  'vorwahl|ddd|area code|city code|dial(?:ling)? code|prefix|indicatif|indicativo|c[óo]digo de área|préfixe|prefisso|kierunkowy|numer kierunkowy|prefijo|lada|区号|區號|區碼|区码|市外局番|alan kodu|kode area|kode wilayah|kod kawasan|kod|код(?: города| міста)?|mã vùng|đầu số|รหัส(?:พื้นที่)?|एसटीडी(?: कोड)?|कोड|कोड नंबर|مفتاح المدينة|رمز المنطقة'

/** What stands before a telephone number. */
export const PHONE_LABEL = new RegExp(
  `(?:${either(
    words(
      'phone telephone tel telefon telefono teléfono telefone téléphone telefonnummer rufnummer durchwahl handy handynummer mobil mobile mobiltelefon ' +
        'cell cellphone celular móvil movil celulare cellulare portable gsm komórka komorka tel. kom. tél tél. fono fax faks whatsapp wa viber signal ' +
        'call ring reach_me call_me call_us text_me sms dial hotline appel appelez appelez-moi llame llámeme llámanos llamar ligue ligar chiamare chiamate chiamatemi ' +
        'zadzwoń dzwonić zadzwonic numer numer_telefonu arayın arayin telefonu numaram cep cep_telefonu anrufen anruf erreichbar_unter rufen_sie ' +
        'hubungi telepon telp telp. hp no._hp nomor_hp nomor telefon_bimbit no._tel no_tel điện_thoại dien_thoai đt sđt số_điện_thoại gọi hotline ' +
        '电话 電話 电话号码 電話番号 手机 手機 手机号 手機號碼 座机 联系电话 聯絡電話 携帯 携帯電話 お電話 ご連絡先 致电 เบอร์ เบอร์โทร โทร โทรศัพท์ มือถือ ' +
        'फोन फ़ोन मोबाइल नंबर कॉल संपर्क тел тел. телефон звоните звонить номер моб. сотовый'
    )
  )})[\\s.:：=#°ºn()/-]{0,6}(?:(?:is|ist|es|é|est|è|to|adalah|ialah|là|は|是|为|為|คือ|है|number|nummer|no|nr|um|at|under|unter|:|：)[\\s.:：]{0,3}){0,2}$`,
  'iu'
)
/** Numbers of things, not of telephones. */
export const THING_LABEL =
  /(?:order|ordine|ordre|ticket|invoice|rechnung|auftrag|bestellung|bestell-?nr|kunden-?n(?:umme)?r|customer|client id|pedido|factura|fatura|fattura|facture|commande|zamówieni[ea]|faktura|nip|regon|krs|sipariş|vergi no|mersis|siret|siren|vat|ust-?id(?:nr)?|steuer-?(?:nr\.?|nummer)|gtin|imei|mac|uuid|tax|cnpj|cpf|cif|nif|rfc|p\.? ?iva|partita iva|inn|инн|огрн|gst(?:in)?|npwp|hrb|iso|din|en|rfc|sku|ean|isbn|article|artikel|art\.|id|nr akt|license|licence|lizenz|licencia|licença|key|serial|version|v\.|build|release|订单|訂單|税号|統一編號|注文番号|法人番号|mã số thuế|mst|เลขที่|ऑर्डर|kod|code|s\/n|sn|p\/n|issn|doi|gost|гост(?: р)?|gb\/t|lei|law|act|ley|loi|legge|ustawa|закон|hs|cpv|cig|tariff|zolltarif\p{L}*|lot|batch|charge|model|modell?o?|drawing|zeichnung|dibujo|tender|ausschreibung|20\d\d\/s|型番|型号|plz-gebiete?|plz|zip|cep|cap|posta kodu|kodepos|邮编|郵遞區號|〒)[\s.:：#=№-]{0,4}(?:(?:no|nr|number|nummer|num|número|numéro|numero|id|番号|号)[\s.:：#=№-]{0,3})?$/iu
/** What is counted or paid. */
export const UNIT_AFTER =
  /^[\s-]{0,2}(?:[€$£¥₹₺₽฿₫₩%‰]|k€|t€|eur|euros?|usd|dollars?|us\$|gbp|pounds?|chf|pln|zł|zloty|tl|try|lira|brl|reais|real|mxn|pesos?|cny|rmb|yuan|jpy|yen|inr|rs\.?|rupees?|lakh|crore|idr|rp|rupiah|myr|rm|ringgit|vnd|đồng|đ\b|thb|baht|บาท|rub|руб|元|円|万|萬|億|亿|रुपये|लाख|users?|nutzer|benutzer|anwender|usuarios?|usuários|utilisateurs?|utenti|użytkownik\p{L}*|kullanıcı|用户|用戶|ユーザー|người dùng|pengguna|ผู้ใช้|उपयोगकर्ता|employees?|mitarbeiter|empleados|funcionários|employés|dipendenti|pracownik\p{L}*|çalışan|员工|員工|名|人|nhân viên|karyawan|pekerja|พนักงาน|कर्मचारी|contacts?|kontakte|contactos|contatos|contatti|kontaktów|kişi|联系人|records?|datensätze|registros|rekord\p{L}*|kayıt|条|件|leads?|deals?|calls?|orders?|products?|produkte|artikel|articles?|items?|rows?|lines?|zeilen|customers?|kunden|clientes|clients|clienti|klient\p{L}*|müşteri|客户|客戶|顧客|khách hàng|pelanggan|ลูกค้า|ग्राहक|hours?|stunden|minutes?|days?|tage|months?|monate|years?|jahre|km|m²|qm|gb|tb|mb|kb|million|mio|mln|milliarden|thousand|tausend|tys|mil\b|bin\b|triệu|tỷ|juta|ribu|ล้าน)/iu
export const UNIT_BEFORE =
  /(?:[€$£¥₹₺₽฿₫]|\b(?:eur|usd|us\$|gbp|chf|pln|tl|try|brl|r\$|mxn|cny|rmb|jpy|inr|rs\.?|idr|rp\.?|myr|rm|vnd|thb|rub))\s{0,2}$/iu
