/** What the parts of addresses are called, in the languages and countries of the product. `_` is a space. */
export const Part = {
  /** A kind of street before its name, or behind it. */
  before: 1,
  behind: 2,
  unit: 4,
  quarter: 8,
  /** Buildings, estates, parks of trade. */
  site: 16,
  /** "No.", "number" */
  mark: 32,
  box: 64,
  distance: 128,
  /** "links", "ground floor": an address goes on with them. */
  side: 256,
  /** "de la" within a name. */
  link: 512,
  /** Begins or ends what is told, and no address. */
  stop: 1024,
  /** "our address", "Anschrift" */
  label: 2048,
  /** "we are at", "warehouse" */
  intent: 4096,
  landmark: 8192,
  /** A kind of street that is an ordinary word as well. */
  weak: 16384,
  postcode: 32768,
  /** A unit of which nothing but an address speaks. */
  house: 65536
} as const

const WORDS: [number, string][] = [
  [
    Part.before,
    'rue avenue av ave boulevard boul bd bld allée chemin rang côte ch. chaussée impasse imp. ruelle sentier venelle quai faubourg fbg esplanade rte lieu-dit lieudit hameau ' +
      'calle c/ avenida avda avd paseo pza carrera cra kra cll cl. dg. tv. privada calzada calz cerrada callejón callejon gran_vía gran_via ronda camino carretera carr. ctra glorieta travesía pasaje psje pje prolongación prol. jirón jr. rambla andador circuito autopista autovía malecón vereda vía blvd ' +
      'rua r. travessa trav. praça pça. alameda al. rodovia rod. estrada estr. ladeira beco viela servidão travessão ' +
      'via viale v.le piazza p.zza piazzale p.le c.so l.go vicolo vico strada contrada c.da salita fondamenta lungomare lungarno lungotevere s.s. s.p. ss. sp. str. statale provinciale ' +
      'ul. ul ulica ulicy ulicą aleja aleje alei alejach os. osiedle osiedlu pl. plac placu rondo rondzie skwer bulwar szosa ' +
      'jl jl. jln gg. lorong lrg persiaran psn lebuh lebuhraya lengkok leboh đường phố ngõ ngách hẻm kiệt quốc_lộ tỉnh_lộ đại_lộ ql. tl. ' +
      'ул улица улице улицы улицу вул вулиця вулиці вулицю пр-т пр-кт просп пр. проспект проспекте пер. переулок переулке пров. провулок бул. бульвар бульваре б-р наб. набережная ш. шоссе пл. площадь площа проезд тупик аллея линия ' +
      'شارع ش. طريق جادة زنقة نهج straße_des straße_der straße_von platz_der platz_des rr'
  ],
  [
    Part.before | Part.weak,
    'place cours passage square mail villa route corso largo galleria borgo plaza diagonal transversal ruta jalan gang cuesta boulevard mill'
  ],
  [
    Part.behind,
    'street st rd road avenue ave av lane ln blvd boulevard crescent cres terrace tce highway hwy parkway pkwy mews quay grove parade pde alley embankment turnpike motorway expressway bypass sq ct dr marg salai gali galli ' +
      'cad cadde caddesi cd. sok sokak sokağı sk. bulvarı blv bulv yolu meydanı çıkmazı cd sk karayolu otoyolu ' +
      'मार्ग रोड गली स्ट्रीट पथ चौक проспект пр-т переулок бульвар шоссе площадь набережная проезд тупик аллея улица вулиця площа узвіз str str. gasse allee'
  ],
  [
    Part.behind | Part.weak,
    'drive court square place close way row walk rise wharf vale gardens gdns circus croft yard loop trail circle hill green gate strand view pike path cross main chowk'
  ],
  [
    Part.unit,
    'flat suite ste apt apartment floor fl. room rm. block blk level building bldg gate door shop unit hangar bay dock warehouse_no plot gala godown shed stall h.no house_no house_number house bungalow ' +
      'haus halle tor tür stiege stock etage og eg dg og. stg aufgang gebäude geb. wohnung whg eingang hinterhaus hausnummer hausnr hnr nummer parzelle ' +
      'bât bâtiment bat. étage appt appartement porte escalier hall lot bte boîte bureau ' +
      'piso planta puerta portal escalera esc. bloque interior int local nave lote manzana mz. depto dpto departamento oficina of. casa edificio torre lt. local bodega ' +
      'apto apartamento ap. sala andar conj. conjunto cj. bloco loja galpão quadra qd. qd lt sobreloja ' +
      'interno scala piano palazzina pal. capannone sc. corpo civico ' +
      'm. lok lokal mieszkanie piętro klatka kl. budynek bud. hala pokój pok. lokalu ' +
      'daire d. d: kat k: k. blok apt. giriş iç_kapı dış_kapı numara ' +
      'кв квартира оф офис корп корпус стр строение эт этаж подъезд под. пом комн дом доме д. буд будинок секция лит литера участок уч. кв-л ' +
      'rt rw kav kav. kavling modul módulo boks budynku budynek lantai lt ruko rukan gudang_no tingkat aras tkt ' +
      'tầng lầu phòng căn_hộ căn số_nhà nhà_số lô thửa ' +
      'प्लॉट फ्लैट मकान दुकान_नं सेक्टर ब्लॉक मंज़िल मंजिल वार्ड खसरा الطابق طابق مكتب_رقم شقة مبنى بناية فيلا عمارة الدور محل'
  ],
  [
    Part.house,
    'plot flat h.no house_no house_number apt apartment apto apartamento appt appartement hausnummer hausnr hnr daire кв квартира mieszkanie căn_hộ số_nhà nhà_số rt rw dpto depto departamento प्लॉट फ्लैट मकान شقة'
  ],
  [
    Part.quarter,
    'box д. conjunto xóm linha succ rancho ejido hacienda finca quinta vereda corregimiento aldea caserío paraje col. colonia fracc fraccionamiento barrio delegación alcaldía mpio municipio urb urb. urbanización cond. condominio bairro jardim jd. vila setor zona_rural zona_hotelera sítio chácara povoado ' +
      'phường p. quận q. huyện xã thị_trấn thị_xã thành_phố tp tp. tỉnh kp khu_phố bưu_điện ấp thôn tổ kel kelurahan kec kecamatan kab kabupaten desa ds. dusun dsn provinsi ' +
      'mah mahallesi mahalle mevkii mevki köyü ilçesi taman tmn seksyen seksi bandar kampung kg. mukim bukit perumahan perum komp. komplek kompleks felda pekan batu sector phase nagar colony vihar extension extn layout ward cross_road taluka tehsil dist. village post mandal ' +
      'г. город р-н район обл область мкр мкрн микрорайон мікрорайон м. місто с. село пос посёлок поселок пгт дер деревня снт ' +
      'loc. località frazione fraz. ortsteil ot kolonia gmina przysiółek ' +
      'नगर कॉलोनी विहार मोहल्ला ग्राम गांव गाँव पोस्ट तहसील जिला जिल्हा तालुका बाज़ार बाजार चौराहा पुरम حي منطقة ضاحية قرية county parish'
  ],
  [
    Part.site,
    'house tower towers centre center mall arcade estate trading_estate industrial_estate business_park retail_park science_park technology_park industrial_park industrial_area chapel barn mill mills works brewery studios chambers exchange residency apartments heights complex enclave bhavan bhawan society farm cottage lodge plaza campus mansion manor wharfside midc sez ' +
      'industriegebiet gewerbegebiet gewerbepark industriepark gewerbehof technologiepark businesspark speicher einkaufszentrum bürohaus ' +
      'za zi zac zone_industrielle zone_artisanale zone_d’activités zone_commerciale centre_commercial parc_d’activités parc_d’affaires résidence immeuble tour galerie_marchande domaine technopole ' +
      'polígono polígono_industrial poligono_industrial pol._ind pol_ind parque_industrial parque_empresarial parque_tecnológico zona_industrial zona_franca centro_comercial plaza_comercial central_de_abasto mercado ' +
      'zona_industriale zona_artigianale centro_direzionale centro_commerciale interporto palazzo cascina podere distrito_industrial centro_empresarial shopping condomínio edifício ed. galeria ' +
      'budynku budynek strefa_ekonomiczna strefie_ekonomicznej strefa_przemysłowa strefie_przemysłowej parku_przemysłowym centrum_handlowym biurowcu park_przemysłowy centrum_handlowe galeria_handlowa biurowiec organize_sanayi_bölgesi osb sanayi_sitesi iş_merkezi ticaret_merkezi plaza han hanı çarşısı avm apartmanı sitesi ' +
      'kawasan_industri kawasan_perindustrian kawasan gedung wisma menara graha pertokoan bangunan plasa apartemen perkantoran kompleks_perniagaan ' +
      'kcn khu_công_nghiệp cụm_công_nghiệp tòa_nhà toà_nhà tòa chung_cư khu_đô_thị kđt chợ ' +
      'бц тц трц тк жк промзона промышленная_зона бизнес-центр индустриальный_парк технопарк тракт टावर भवन अपार्टमेंट कॉम्प्लेक्स मॉल बिल्डिंग برج مجمع مركز سوق'
  ],
  [
    Part.mark,
    'no no. nr nr. number num numara n° nº n. n.º № número numero num. nomor nomer no: số numer numerem numeru civico numaralı नं नंबर संख्या رقم номер nro nro. #'
  ],
  [
    Part.box,
    'postfach po_box p.o._box p.o.box pobox bp b.p. boîte_postale boite_postale apartado apartado_postal apartado_de_correos apdo apdo._postal apdo_postal casilla caixa_postal c.p c._p cx._postal cx_postal casella_postale c.p. skrytka_pocztowa skr._poczt posta_kutusu pk p.k. peti_surat kotak_pos hòm_thư hộp_thư а/я а.я. абонентский_ящик ص.ب ص.ب. صندوق_بريد rr_box rural_route hc_box private_bag locked_bag पोस्ट_बॉक्स'
  ],
  [
    Part.distance,
    'km km. kilómetro kilometro quilômetro kilomètre kilometer kilometr mile milestone км километр cây_số batu_km'
  ],
  [
    Part.side,
    'snc esq._con esquina_con esq esquina interior links rechts hinterhof hinterhaus vorderhaus seitenflügel erdgeschoss rdc cour bajo dcha izda izq derecha izquierda centro ático s/n fundos térreo frente ground_floor first_floor parter sağ sol cedex north south east west n.w. s.w. n.e. s.e. nw sw ne se norte sur este oeste bis ter quater haut bas sobreloja entresuelo principal sótano piano_terra pianoterra seminterrato подвал цоколь के_पीछे के_पास के_सामने के_बगल_में के_ऊपर के_नीचे के_निकट üzeri'
  ],
  [
    Part.link,
    'de la le les los las del da do dos das di della delle dello degli dei des du d’ l’ san santa st. saint sainte von der den dem zu zum zur am im an auf y e i i. und of the upon on und bin binti và'
  ],
  [Part.landmark, 'opp opposite near behind beside off above nr. opp. सामने पास पीछे الى_جانب بجانب'],
  [
    Part.label,
    'address adresse adress anschrift lieferanschrift lieferadresse postadresse postanschrift besuchsadresse firmenanschrift firmensitz dirección direccion domicilio endereço endereco indirizzo adres adresem adresie adresu adresi adresimiz adresiniz adresindedir adresinde adresine adresindeyiz alamat địa_chỉ адрес адресу адреса पता पते العنوان عنواننا عنوان'
  ],
  [
    Part.intent,
    'zustellung lieferung abholung spedizione retiro recoger coleta coletas odbiór dostawa dostawy teslimat pengiriman giao ci_trovate office godown shop store clinic workshop warehouse showroom headquarters hq studio depot factory plant yard farm büro lager werk werkstatt fabrik laden filiale hauptsitz sitz standort praxis bureaux dépôt atelier usine boutique siège entrepôt oficinas taller almacén tienda finca consultorio sede officina magazzino negozio ufficio fabbrica stabilimento laboratorio escritório fábrica depósito entrega entregas entregar siedziba siedzibą biuro magazyn sklep zakład warsztat merkez ofis ofisimiz işyeri fabrika fabrikamız depo mağaza şube atölye evim kantor gudang pabrik toko bengkel pejabat kilang gerai rumah văn_phòng xưởng kho quán tiệm cửa_hàng nhà_máy trụ_sở офис склад магазин завод цех мастерская офіс майстерня दफ़्तर दफ्तर कार्यालय दुकान गोदाम ऑफिस المكتب مكتب مكتبنا محلنا مقرنا ' +
      'find visit come drop located based deliver delivery send ship mail post moved sitzen finden besuchen kommen liegt befindet wohne wohnen umgezogen liefern schicken situés situé trouve trouvons livrez habite installés ubicamos ubicados encontramos queda estamos vivo vivimos entregas enviar ficamos fica moro entregar siamo abito trova troviamo mieści mieszkam znajduje zapraszamy przy bulunuyor bulunuyoruz berada terletak tinggal kirim tại ở ghé находимся сидим живу приезжайте находится знаходимось знаходимося живемо'
  ],
  [
    Part.stop,
    'wir unser unsere unserer ihr die das sie our we my i it this that is are at in und and or but with for bitte tel telefon phone mobile fon fax e-mail email mail web www whatsapp telegram thanks danke gruß grüße viele mit freundlichen best regards kind saludos gracias atentamente cordialement merci bonjour hallo hello hi hola olá grazie pozdrawiam nous notre nos nuestro nuestra mi con per hay yo ' +
      'montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december januar februar märz juni juli oktober dezember enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre ' +
      'cnpj cpf nip regon krs vat iban rfc cif nif siret siren npwp gst gstin pan hrb ust-idnr инн кпп огрн iso din en iec bis swift paragraph art article artikel ley lei law gesetz ustawa pasal điều crm erp api bitrix24 bitrix windows office365 google microsoft excel whatsapp instagram shopify sap ' +
      'हम हमारा हमारी हमारे मेरा मेरी में है हैं पर से को का की के और या तक कृपया यहाँ यह वह जो नहीं भी तो ही एक लिए साथ करें चाहिए था थी थे हो होना कर ने ' +
      'نحن في من على الى إلى عن مع هو هي هذا هذه لدينا و أو يقع تقع موقعنا عند ' +
      'мы у нас наш наша наше нам вы и в на по с о для'
  ],
  [
    Part.postcode,
    'plz postleitzahl postcode zip zip_code zipcode postal_code eircode código_postal codigo_postal cp c.p. code_postal cep cap codice_postale kod_pocztowy posta_kodu kode_pos kodepos poskod mã_bưu_điện mã_bưu_chính पिन_कोड पिनकोड पिन pin_code pincode индекс почтовый_индекс поштовий_індекс індекс الرمز_البريدي'
  ]
]

const plain = (word: string): string => word.replaceAll('_', ' ').replaceAll('’', "'").normalize('NFC')

/** What each word may be, as a sum of parts. */
export const ADDRESS_WORDS = new Map<string, number>()
for (const [part, list] of WORDS)
  for (const word of list.split(' ')) ADDRESS_WORDS.set(plain(word), (ADDRESS_WORDS.get(plain(word)) ?? 0) | part)

/** First words of those that are several. */
export const PHRASE_STARTS = new Set(
  [...ADDRESS_WORDS.keys()]
    .filter((word) => word.includes(' '))
    .map((word) => word.slice(0, word.indexOf(' ')).replace(/\.$/, ''))
)

/** How German, Dutch and Scandinavian streets end. */
export const COMPOUND =
  /^[\p{L}-]{3,}(?:stra(?:ß|ss)e|str|gasse|allee|damm|ufer|chaussee|gässchen|stieg|promenade)$|^\p{L}{3,}(?:-str|-weg|-platz|-ring)$/u
