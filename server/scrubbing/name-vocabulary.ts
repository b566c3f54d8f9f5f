/** Forms of address. */
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor ing dipl herr frau hr fr sr sra srta don dona doña monsieur madame mme m sig sigra signor signora pan pani panstwo bay bayan bey hanim khun anh chi ong ba bapak ibu pak bu tuan puan encik cik shri smt jr sen ma pani pana panu'.split(
    ' '
  )
)
export const PARTICLES = new Set(
  'von van de der den del della di da do dos la le el al bin binti of and und y e thi'.split(' ')
)
export const isTitle = (word: string): boolean => TITLES.has(word)

/** Names that are everyday words as well. */
export const ORDINARY = new Set(
  (
    'will mark may grace rich young long king rose hope joy bill art faith april june august summer winter baker cook smith major price best white black brown green gray fox wolf bush stone wood field hill lake rivers page case chase dean grant hunter mason miller parker porter potter ward west north south east day love true sharp swift frank ' +
    'koch berg sommer herbst lang klein gross jung alt neu kurz stark weiss schwarz braun roth fuchs vogel bauer kaufmann schneider richter meister markt mai ' +
    'sol luz paz mar rosa flores campo costa ramos santos reis leal rico bravo franco real cruz blanco rojo delgado guerra ' +
    'petit grand blanc noir roux marin boulanger martin olivier pierre claire aurore ' +
    'bianchi rossi verdi conti monti fontana bruno leone gallo marino serena vera gioia ' +
    'deniz ay gül gul yaz kaya demir aslan kurt can ece su su umut barış baris güneş gunes toprak savaş savas ' +
    'ali sales office manager support service team info admin contact kontakt client customer test user demo berlin london paris madrid roma milano'
  ).split(' ')
)
/** What companies do, in the languages that have capitals. */
const TRADES =
  'bakery bakers bakehouse cafe coffee tea restaurant bistro kitchen catering brewery winery farm foods dairy butcher florist garden gardens nursery furniture joinery carpentry tools tool hardware plumbing heating electric electrical lighting light lights paint painting glass steel metal metals plastics paper print printing press packaging textile textiles clothing shoes jewellery jewelry toys books music sports fitness gym dental pharmacy optics lab labs laboratory cleaning security freight shipping cargo moving storage rental motors motor garage tyres tires bikes marine aviation solar power oil gas chemical chemicals mining timber roofing flooring tiles windows doors interiors architects engineers engineering machines machinery machine robotics electronics computers computer telecom mobile games gaming film studios photo advertising events wedding publishing translations recruiting staffing accounting tax notary lawyers properties property homes bank brothers sons family ' +
  'bäckerei baeckerei backerei metzgerei fleischerei brauerei gasthaus gasthof restaurant schreinerei tischlerei zimmerei holzbau holz metallbau maschinenbau werkzeugbau werkzeuge anlagenbau fahrzeugbau stahlbau hochbau tiefbau trockenbau dachdecker elektro elektrotechnik sanitar heizung malerbetrieb gartenbau garten mobel moebel druckerei verlag apotheke praxis zahnarzt kanzlei steuerberatung spedition autohaus werkstatt reinigung sicherheit verpackung kunststoff textil mode schuhe schmuck optik fenster turen kuchen fliesen gebruder sohne soehne sohn tochter vertriebs handels technik ' +
  'construcciones construccion panaderia pasteleria cafeteria restaurante ferreteria carpinteria muebles imprenta farmacia clinica abogados asesoria gestoria transportes talleres taller limpiezas reformas instalaciones electricidad fontaneria jardineria inmobiliaria seguros viajes libreria joyeria optica textiles alimentos distribuciones suministros hermanos hijos padaria confeitaria restaurantes lanchonete construtora construcoes moveis marcenaria grafica farmacia clinica advogados contabilidade transportadora oficina limpeza imobiliaria seguros viagens livraria joalheria otica alimentos distribuidora irmaos filhos flor ' +
  'boulangerie patisserie boucherie fromagerie restaurant menuiserie charpente maconnerie plomberie chauffage electricite peinture jardinage imprimerie pharmacie cabinet avocats comptable transports garage nettoyage immobilier assurances voyages librairie bijouterie optique meubles freres fils maison chateau ferramenta panificio pasticceria ristorante trattoria falegnameria mobili tipografia farmacia studio avvocati trasporti officina pulizie immobiliare assicurazioni viaggi libreria gioielleria ottica costruzioni impianti idraulica fratelli figli ' +
  'hurtownia piekarnia cukiernia restauracja stolarnia meble drukarnia apteka klinika kancelaria biuro transport warsztat sprzatanie nieruchomosci ubezpieczenia ksiegarnia jubiler optyk budowa budownictwo uslugi zaklad fabryka sklep bracia synowie firin pastane lokanta restoran mobilya matbaa eczane klinik hukuk muhasebe nakliyat oto temizlik emlak sigorta turizm kitap kuyumcu optik insaat yapi elektrik tekstil gida kardesler ogullari isik ' +
  'toko roti kopi warung restoran rumah makan mebel percetakan apotek klinik bengkel angkutan properti asuransi perjalanan buku emas optik konstruksi bangunan listrik tekstil makanan maju bersama sejahtera jaya abadi makmur sentosa mandiri utama indah warisan kedai perabot cetak farmasi pengangkutan hartanah pelancongan binaan elektrik hoa sen xanh bánh cửa hàng thương mại dịch vụ xây dựng vận tải nội thất may mặc thực phẩm thuong mai dich vu xay dung van tai noi that'
/** Words of many companies' names. */
export const GENERIC = new Set(
  (
    'enterprise enterprises ventures holdings butik boutique solutions solution consulting consult services service group gruppe grupo groupe gruppo holding training trade trading handel software systems system systeme media marketing logistics logistik logistica transport digital technology technologies tech technik international global europe europa deutschland germany berlin hamburg london paris madrid milano warszawa istanbul france italia polska brasil mexico españa espana turkiye ' +
    'design studio bau build construction immobilien real estate energy energie food health medical clinic klinik hotel travel reisen tours auto autos cars moto sport fashion style shop store online market markt data cloud network networks partner partners business company firma corporate office finance finanz invest capital bank insurance versicherung legal law education academy akademie school production produktion industry industries industrie manufacturing import export foods water garden home house haus new first best pro plus one team crm bitrix bitrix24 sales vertrieb support service web agency agentur agencia the and und ' +
    TRADES
  ).split(' ')
)
/** Where a company of Chinese signs is, and what it does, before and after its own name. */
export const HAN_PLACE =
  /^(?:上海|北京|深圳|广州|廣州|杭州|南京|苏州|蘇州|成都|重庆|重慶|武汉|武漢|天津|西安|青岛|青島|厦门|廈門|宁波|寧波|东莞|東莞|佛山|香港|台灣|台湾|台北|高雄|台中|浙江|江苏|江蘇|广东|廣東|山东|山東|福建|中国|中國|東京|大阪|日本)(?:市|省)?(?=.{2})/u
const HAN_TRADES =
  '茶叶|茶葉|茶庄|茶莊|花艺|花藝|布艺|陶瓷|瓷业|瓷業|酒业|酒業|酒庄|乐器|樂器|文具|玩具|眼镜|眼鏡|口腔|诊所|診所|牙医|牙醫|律所|宠物|寵物|水产|水產|海鲜|海鮮|火锅|火鍋|面馆|麵館|包装|包裝|摄影|攝影|影像|民宿|瑜伽|舞蹈|钟表|鐘錶|皮革|皮具|五金|机电|機電|环保|環保|材料|光学|光學|仪器|儀器|电气|電氣|纺织|紡織|制衣|製衣|服饰|服飾|糕点|糕點|面包|麵包|刺绣|刺繡|木器|竹艺|竹藝|灯饰|燈飾|照明|培训|培訓|学校|學校|幼儿园|留学|贸易|貿易|科技|实业|實業|集团|集團|国际|國際|企业|企業|商贸|商貿|电子|電子|信息|資訊|咨询|諮詢|顧問|服装|服裝|食品|餐饮|餐飲|建材|建設|建设|工程|物流|茶業|茶业|医疗|醫療|教育|文化|传媒|傳媒|网络|網路|软件|軟體|机械|機械|家具|酒店|工業|工业|商事|商会|製作所|工務店|工房|産業|印刷|不動産|運輸|電機|食堂|商店|電子商務|电子商务|電商|电商|設計|设计|木作|木業|木业|咖啡|茶館|茶馆|烘焙|花店|書店|书店|超市|工作室|事務所|事务所|裝潢|装饰|裝飾|装修|汽車|汽车|旅行社|房產|房产|製造|制造|生物|農業|农业|化工|能源|广告|廣告|人力|物業|物业|供應鏈|供应链|軟件|系統|系统|数码|數碼|智能|光電|光电|鞋業|鞋业|家居|珠寶|珠宝|美容|健身|健康|農場|农场|果業|果业|漁業|製菓|酒造|醸造|製薬|鉄工所|建築|設備|電器|旅館|商會|会計|クリニック|フーズ|サービス|システム'
export const HAN_TRADE = new RegExp(`(?<=.{2})(?:${HAN_TRADES})+$`, 'u')
export const HAN_TRADE_NEXT = new RegExp(`^(?:${HAN_TRADES})+`, 'u')
/** After these a capital begins a name, also when it is a word as well. */
export const CALLED =
  /(?<![\p{L}])(?:contact|ask for|asking for|call|phone|ring|reach|text|email|e-mail|mail|write to|speak to|speak with|talk to|talk with|meet|name is|i am|i'm|this is|signed|thanks,?|thank you,?|regards,?|cheers,?|best,?|yours,?|sincerely,?|hello,?|hi,?|dear|by|kontakt|ansprechpartner(?:in)?|heißt|heiße|bin|gruß,?|grüße,?|grüßen,?|anrufen bei|contacto|llame a|llama a|hable con|habla con|soy|saludos,?|falar com|fale com|abraço,?|contacter|demander|demandez|appelez|cordialement,?|contattare|chiedere di|saluti,?|pytać o|pozdrawiam,?|selamlar,?)[\s:]{1,2}\n?$/iu
export const LEGAL =
  /(?<![a-z0-9])(?:gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|e\.? ?k|se|ltd|limited|llc|inc|incorporated|corp|corporation|co|company|plc|llp|s\.?a\.?s?|sarl|eurl|s\.?r\.?l\.?s?|s\.?p\.?a|s\.?l\.?u?|bv|nv|oy|ab|aps|kft|sp\.? ?z ?o\.? ?o|s\.?c|ltda|me|eireli|sti|san|tic|sti|snc|s\.?n\.?c|sp\.? ?j|sp\.? ?k|jsc|tov|a\.? ?s|pt|(?:de )?c\.? ?v|s\.? de r\.?l|tbk|plt|sdn|bhd|pte|pvt|private|kk|ooo|oao|zao|ip)\.?(?![a-z0-9])/g
export const NATIVE_LEGAL =
  /株式会社|㈱|\(株\)|（株）|㈲|\(有\)|(?<!\p{L})(?:тов|ооо|оао|зао|пао|пат|прат|фоп|ип|ао)(?!\p{L})|प्रा\.?\s?लि\.?|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|ห้างหุ้นส่วน(?:จำกัด|สามัญ)?|หจก\.?|บจก\.?|บริษัท|จำกัด|\(?มหาชน\)?|प्राइवेट|लिमिटेड|công ty|cổ phần|cty|tnhh|有限公司|公司/giu
