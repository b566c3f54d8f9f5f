const NUMBER =
  '(?:\\d{1,2}\\.\\d{3}(?!\\d)|\\d{1,5})(?:\\s?[a-zA-Z](?![\\p{L}.])|/[A-Za-z](?![\\p{L}]))?(?:\\s?[-–/]\\s?\\d{1,5}[a-zA-Z]?){0,3}'
const CITY =
  '(?:\\s?,?\\s(?:[A-Z]{1,3}-)?(?:\\d{4,6}(?:-\\d{3,4})?|\\d{2}-\\d{3})(?:\\s\\p{Lu}[\\p{L}-]{1,30}){1,3}|,\\s\\p{Lu}[\\p{L}-]{2,30}(?:\\s\\p{Lu}[\\p{L}-]{2,30})?(?=\\s*(?:[.,;\\n]|$)))?'
const WORD = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const NAME = `(?:${WORD}|\\d{1,2}(?:st|nd|rd|th)|de|da|do|dos|das|del|dell|della|delle|dello|degli|dei|di|des|du|san|santa|y|e|i|la|le|les|los|las|von|der|den|zu|zum|zur|am|im|an|l['’]\\p{Lu}[\\p{L}-]{1,30})(?![\\p{L}])`
const NAMES = `(?:\\d{1,2}(?:\\sde)?\\s)?${NAME}(?:\\s${NAME}){0,5}`
const FLAT =
  '(?:[ºª°](?:\\s?\\p{L}{1,8})?)?(?:,?\\sRT\\s?\\d{1,3}\\s?/?\\s?RW\\s?\\d{1,3}|,\\s(?:Haus|Gebäude|Geb\\.|Aufgang|Hinterhaus|Halle|[Bb]loco|[Bb]loque|[Ee]sc\\.)\\s\\w{1,4}(?![\\p{L}])|(?:,|\\s?[-–])?\\s(?:[Ff]lat|[Aa]pt\\.?|[Uu]nit|[Ss]uite|[Ff]loor|[Ss]tock|[Kk]v\\.?|кв\\.|оф\\.|офис|эт\\.|m\\.|lok\\.|piso|[Aa]p\\.|[Ss]ala|andar|int\\.|scala|[Dd]aire|D:|Kat)\\s?(?:\\d[\\w/]{0,5}|[A-Z](?![\\p{L}]))|\\s?[-–,]\\s?\\d{1,3}\\s?[ºª°](?:\\s?\\p{L}{1,8}\\.?)?)?'
const FORMS: RegExp[] = [
  new RegExp(
    `(?<![\\p{L}])(?:(?:[Uu]nit|[Ff]lat|[Ss]uite|[Aa]pt\\.?|[Ss]hop)\\s\\w{1,5},\\s)?\\d{0,5}[A-Za-z]?,?\\s?(?:${WORD}\\s){1,3}(?:Street|St\\.|Road|Rd\\.?|Avenue|Lane|Ln\\.?|Row|Mews|Quay|Gardens|Hill|Grove|Terrace|Crescent|Close)(?:,\\s(?:[Ff]lat|[Uu]nit|[Ss]uite|[Aa]pt\\.?)\\s\\w{1,5})?(?:,\\s\\p{Lu}[\\p{L} ]{2,25})?\\s[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}`,
    'gu'
  ),
  new RegExp(
    `(?<!\\d)\\d{1,4}[A-Za-z]?,\\s?(?:${WORD}\\s){1,3}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Row)(?![\\p{L}])`,
    'gu'
  ),
  new RegExp(
    `(?<!\\d)\\d{1,4}[A-Za-z]?\\s(?:${WORD}\\s){1,3}(?:Row|Mews|Quay|Grove|Walk|Rise|Parade|Alley|Wharf|Vale|Gardens|Circus|Croft|Yard|Loop|Trail|Circle|Hill|Green|Gate|Embankment|Crescent|Terrace|Strand)(?![\\p{L}])`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:ул|улица|улице|вул|вулиця|пр-т|просп|проспект|пер|переулок|пров|бул|бульвар|наб|шоссе|площадь|площа|пл|мкр|мкрн|микрорайон|мікрорайон|тупик|проезд|аллея|набережная|бульв|просп|провулок|узвіз|линия)\\.?\\s(?:\\d{1,3}(?:-[йяе])?\\s)?(?:\\p{Lu}[\\p{L}.’'-]{1,30}(?:-\\d{1,2})?(?:\\s\\p{Ll}{2,8})?[\\s,]{0,2}){1,4},?\\s?(?:(?:д|дом|буд|стр|корп|б|будинок|№)\\.?\\s?)?\\d{1,4}(?:\\s?[а-яіїa-z](?![\\p{L}]))?(?:,?\\s(?:кв|оф|офис|корп|стр|під|эт)\\.?\\s?\\d{1,4}){0,3}`,
    'gu'
  ),
  /(?:[\p{Script=Han}]{2,6}(?:省|市|区|區|县|縣))?[\p{Script=Han}]{1,6}(?:路|街|大道)(?:[一二三四五六七八九十]{1,2}段)?\s?\d{1,4}(?:巷|弄)(?:\d{1,4}弄)?\d{1,4}(?:号|號)(?:\d{1,3}(?:楼|樓|室))?/gu,
  /(?:[\p{Script=Han}]{2,4}[都道府県])?[\p{Script=Han}\p{Script=Katakana}]{1,8}[市区町村](?:[\p{Script=Han}\p{Script=Katakana}]{1,8}[区町村])?[\p{Script=Han}\p{Script=Katakana}]{1,8}\d{1,3}丁目\d{1,4}番(?:地)?(?:の?\d{1,4})?号?/gu,
  /(?:เลขที่\s?)\d{1,4}(?:\/\d{1,4})?\s?(?:หมู่(?:ที่)?\s?\d+\s?)?(?:(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s?[\p{Script=Thai}\p{M}]{2,20}\s?){1,3}/gu,
  new RegExp(
    `(?<!\\d)${NUMBER},?\\s(?:ngõ|ngách|hẻm|kiệt)\\s${NUMBER}(?:\\s(?:đường|phố)\\s${WORD}(?:\\s${WORD}){0,2})?`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:Gg\\.?|Gang|Komplek|Kompleks|Kp\\.|Kampung|Dusun|Taman|Lot|Blok|Ruko|Rukan|Perumahan|Perum)\\s(?:${WORD}|\\d{1,5}[A-Z]?,)(?:\\s${WORD}){0,3}\\s?(?:[Nn]o\\.?\\s?|/)?\\d{0,4}(?<=\\d.{0,40})${FLAT}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:Postfach|P\\.?\\s?O\\.?\\s?Box|[Bb]oîte postale|B\\.?P\\.?|[Aa]partado(?: de [Cc]orreos)?|[Cc]aixa [Pp]ostal|[Cc]asella [Pp]ostale|skr\\. poczt\\.|私書箱|邮政信箱|郵政信箱)\\s?(?:[Nn]r?[o.]?\\.?\\s?)?\\d{1,6}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${WORD} ){0,2}(?:\\p{Lu}[\\p{L}-]{0,30}(?:stra(?:ß|ss)e|str\\.|-(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm|Ufer|Chaussee)|gasse|allee|damm|ufer|chaussee|platz|weg|ring|steig|graben|markt|hof)|\\p{Lu}[\\p{L}-]{1,30}\\s(?:[Ss]tr\\.|stra(?:ß|ss)e)|(?:Stra(?:ß|ss)e|Allee|Platz|Weg|Ring|Damm) des?r? \\p{Lu}[\\p{L}-]{1,30}|(?<=\\p{L} )(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm))\\s?(?:Nr\\.?\\s?)?${NUMBER}${FLAT}${CITY}`,
    'gu'
  ),
  new RegExp(
    `\\d{1,5}[A-Za-z]?\\s(?:(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Court|Ct\\.?|Square|Sq\\.?|Terrace|Highway|Hwy|Parkway|Pkwy|Place|Close|Crescent|Way)(?![\\p{L}])(?:,?\\s(?:Suite|Flat|Ste\\.?|Apt\\.?|Unit|Floor|#)\\s?[\\w-]+)?(?:,\\s\\p{Lu}[\\p{L} ]{2,30})?(?:,?\\s[A-Z]{2}\\s\\d{5}(?:-\\d{4})?|,?\\s[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})?`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:[Cc]alle|C/|[Aa]venida|Avda\\.?|Av\\.|[Pp]aseo|[Pp]laza|Pza\\.?|[Cc]arrera|Cra\\.?|[Pp]rivada|[Cc]alzada|Calz\\.|[Cc]errada|[Cc]allejón|[Gg]ran [Vv]ía|[Rr]onda|[Cc]amino|[Cc]arretera|Ctra\\.?|[Gg]lorieta|[Tt]ravesía|[Pp]asaje|[Pp]rolongación|[Bb]oulevard|Blvd\\.?|[Rr]ambla|[Ee]strada|Estr\\.|[Ll]adeira|[Bb]eco|Al\\.|[Cc]ontr[àa]|[Ff]ondamenta|[Ss]alita|[Ll]ungarno|[Ll]ungomare|[Bb]orgo|[Pp]iazzale|P\\.le|[Gg]alleria|[Rr]ua|R\\.|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Rr]odovia|Via|via(?!\\s(?:Telegram|WhatsApp|Skype|Viber|Messenger|API|REST|SOAP|Webhook|Bitrix|Excel|CSV|XML|SIP|VPN|SMS|Zoom|Teams|Web|Mail|E-))|[Vv]iale|V\\.le|P\\.zza|C\\.so|L\\.go|[Pp]iazza|[Cc]orso|[Ll]argo|[Vv]icolo)\\s${NAMES},?\\s(?:n[º°.]?\\s?|No\\.?\\s?|#\\s?|nº\\s?)?${NUMBER}${FLAT}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<!\\d)\\d{1,4}(?:\\s?(?:bis|ter|quater))?,?\\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|av\\.|bd\\.|pl\\.|ch\\.|imp\\.|rte|[Aa]llée|[Qq]uai|[Ii]mpasse|[Rr]oute|[Cc]ours|[Pp]assage|[Ss]quare|[Ss]entier|[Ee]splanade|[Ff]aubourg|[Rr]uelle|[Vv]illa|[Vv]enelle|[Mm]ail|[Pp]romenade|[Ll]ieu-dit|[Hh]ameau|[Rr]ond-point)\\s${NAMES}${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:[Uu]l\\.|[Uu]lica|[Uu]licy|[Aa]l\\.|[Aa]leja|[Aa]lei|[Aa]leje|[Aa]lejach|[Oo]s\\.|[Oo]siedle|[Pp]l\\.|[Pp]lac)\\s?(?:\\d{1,2}\\s)?(?:${WORD}\\s){0,3}(?:${WORD})\\s${NUMBER}(?:\\s?(?:m|lok)\\.?\\s?\\d+)?${CITY}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:${WORD}\\s){1,3}(?:\\d{1,4}\\.\\s)?(?:Mah(?:allesi|\\.)?,?\\s(?:${WORD}\\s){1,3})?(?:Cad(?:desi|de|\\.)?|Sok(?:ağı|ak|\\.)?|Bulvarı|Blv\\.?|Sk\\.?)\\s?,?\\s?(?:No\\s?[:.]?\\s?)?${NUMBER}(?:,?\\s(?:Kat|K|Daire|D|Blok|Apt)\\s?[:.]?\\s?(?:\\d{1,4}|[A-Z](?![\\p{L}]))){0,3}(?:\\s?[/,]\\s?\\p{Lu}[\\p{L}/ ]{1,40}|\\s\\p{Lu}\\p{Ll}{2,20}(?:\\s?/\\s?\\p{Lu}\\p{L}{2,20})?(?!['’\\p{L}]))?`,
    'gu'
  ),
  /(?:[\p{Script=Han}]{2,9}(?:省|市|区|區|县|縣)){0,4}[\p{Script=Han}]{1,8}(?:路|街|道|大道|巷|弄|胡同)(?:[一二三四五六七八九十\d]{1,2}段)?\s?\d{1,5}\s?(?:号|號|弄)(?:附\d{1,3}(?:号|號))?(?:[\p{Script=Han}A-Za-z\d-]{0,14}(?:室|楼|樓|层|號|号|座|单元|之\d{1,3})){0,3}/gu,
  /(?:〒?\s?\d{3}-\d{4}\s?)?(?:[\p{Script=Han}ヶケ]{2,4}[都道府県])?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{1,8}[市区町村][\p{Script=Han}\p{Script=Katakana}ヶケのノ]{1,10}(?:\d{1,3}丁目)?\s?\d{1,4}(?:番地?|[-−–ー]\d{1,4})(?:[-−–ー]?\d{1,4}号?)*/gu,
  new RegExp(
    `(?:[Ss]ố\\s)?${NUMBER},?\\s(?:đường|Đường|phố|Phố|ngõ|Ngõ)\\s${WORD}(?:\\s${WORD}){0,3}(?:,\\s(?:[Pp]hường|[Qq]uận|[Pp]\\.|[Qq]\\.)[^,.\\n]{1,25}){0,3}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:[Nn]o\\.?\\s?)?\\d{1,4}[A-Z]?,?\\s)?(?:Jl\\.?|Jalan|Jln\\.?|Lorong|Persiaran|Lebuh)\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)(?:\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)){0,3}(?:,?\\s(?!\\d{5}\\s\\p{Lu})(?:[Nn]o\\.?\\s?|[Nn]omor\\s)?${NUMBER})?${FLAT}${CITY}`,
    'gu'
  ),
  /(?:บ้าน)?(?:เลขที่\s?)?\d{1,4}(?:\/\d{1,4})?\s?(?:หมู่\s?\d+\s?)?(?:ซอย|ซ\.|ถนน|ถ\.)\s?[\p{Script=Thai}\d ]{2,30}(?:(?:แขวง|เขต|ตำบล|อำเภอ|จังหวัด)[\p{Script=Thai}]{2,20}\s?){0,4}(?:\d{5})?/gu,
  new RegExp(
    `(?<![\\p{L}])(?:[Rr]ue|[Cc]hauss[ée]e|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|[Rr]oute)\\s${NAMES},?\\s${NUMBER}(?:,?\\s(?:bte|boîte)\\s\\w{1,4})?,?\\s(?:[A-Z]{1,2}-)?\\d{4,5}\\s\\p{Lu}[\\p{L}-]{1,30}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:Am|Im|An de[rmn]|Auf de[rmn]|Zum|Zur|Unter den|In de[rn]|Hinter de[rmn]|Vor de[rm]|Bei de[rn]|Beim)\\s(?:\\p{Lu}[\\p{L}-]{1,30}\\s){1,3}${NUMBER}${FLAT},\\s(?:[A-Z]{1,3}-)?\\d{4,5}\\s\\p{Lu}[\\p{L}-]{1,30}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:(?:[Pp]olígono(?: [Ii]ndustrial)?|[Pp]ol\\. ?[Ii]nd\\.|[Pp]arque [Ee]mpresarial|Z\\.? ?[AI]\\.?C?\\.?|[Zz]one (?:industrielle|artisanale|d['’]activités)|[Dd]istrito [Ii]ndustrial|[Zz]ona [Ii]ndustriale)\\s${NAMES},?\\s(?:(?:nave|parcela|lote|lot|galpão|capannone|bâtiment|bât\\.)\\s)?\\d{1,5}[A-Za-z]?|(?:[Ss]trada|S\\.?[PS]\\.?|[Cc]ontrada|C\\.da|[Ll]ocalità|[Ll]oc\\.|[Ff]razione|[Ff]raz\\.)\\s${NAMES}\\s${NUMBER}(?:,?\\s[Kk]m\\.?\\s\\d{1,4})?)(?:\\s(?:rue|allée|avenue|route|chemin|impasse|boulevard)\\s${NAMES})?`,
    'gu'
  ),
  /〒\s?\d{3}-\d{4}\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{0,12}[都道府県市区町村][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d−-]{0,40}/gu,
  /(?:ซอย|ถนน|ถ\.|ซ\.)\s?[\p{Script=Thai}]{2,20}\s?\d{1,3}\s(?:(?:แขวง|เขต|ตำบล|อำเภอ|จังหวัด)[\p{Script=Thai}]{2,20}\s?){1,4}(?:\d{5})?/gu,
  /(?<!\d)\d{1,4}(?:\/\d{1,4})?[,\s]\s?(?:[\p{Script=Devanagari}]{1,12}\.?\s?){1,3}(?<=[\/,].{2,40})\s?(?:रोड|मार्ग|गली|स्ट्रीट|चौक|कॉलोनी|विहार)(?![\p{Script=Devanagari}])/gu,
  /(?:मकान|प्लॉट|फ्लैट|दुकान)\s?(?:नं\.?|नंबर|संख्या)\s?\d+[^।\n]{0,60}?(?:मार्ग|रोड|नगर|गली|सेक्टर\s?\d+|कॉलोनी)/gu,
  new RegExp(
    `(?<!\\d)\\d{1,4}(?:/\\d{1,4}){0,3}[A-Z]?\\s(?:\\p{Lu}[\\p{L}\\p{M}]{0,9}\\s){1,4}?\\p{Lu}?[\\p{L}\\p{M}\\d]{0,9},\\s(?:[Pp]hường|[Qq]uận|[Pp]\\.|[Qq]\\.|[Hh]uyện|[Xx]ã|TP)[^,.\\n]{1,25}`,
    'gu'
  ),
  new RegExp(
    `(?:[Tt]ầng|[Ll]ầu|[Tt]òa(?: nhà)?|[Cc]hung cư)\\s[^,.\\n]{1,24},\\s(?:[^,.\\n]{1,24},\\s)?${NUMBER}\\s${WORD}(?:\\s${WORD}){0,3}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}\\d])(?:(?:Plot|Shop|House|Flat|H|Door|Gala|Shed|Office)\\.?\\s?(?:[Nn]o\\.?\\s?)?)?[A-Z]?-?\\d{1,4}[A-Z]?(?:/\\d{1,4})?,\\s(?:Sector|Phase|Block|Ward)[\\s-]?[\\dIVXA-Z]{1,4}(?:,\\s${WORD}(?:\\s${WORD}){0,2}){0,2}`,
    'gu'
  ),
  new RegExp(
    `(?<![\\p{L}])(?:Rod\\.|Rodovia|[Ee]strada|[Cc]arretera|Ctra\\.?|Autopista|[Rr]uta|[Kk]m|[Jj]l\\.)\\s(?:${NAMES}|[A-Z]{1,3}-?\\s?\\d{1,4})(?:\\s${WORD})?,?\\s[Kk]m\\.?\\s?\\d{1,4}(?:[.,]\\d)?`,
    'gu'
  ),
  /[\p{Script=Han}]{2,10}(?:村|庄|莊|屯|社区|社區|小区|小區|花园|花園|工业园|工業園|工業區|园区|園區|新村|里|组)\s?\d{1,5}\s?(?:号|號|栋|幢|棟|座|鄰)/gu,
  /\d{1,4}(?:\/\d{1,4})?\s?(?:หมู่|ม\.)\s?(?:ที่\s?)?\d{1,2}\s?(?:(?:ซอย|ซ\.|ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s?[\p{Script=Thai}\p{M}\d]{2,24}\s?){1,5}/gu,
  new RegExp(
    `(?:شارع|طريق|جادة|حي)\\s[\\p{Script=Arabic}\\s]{3,30}?[،,]\\s?(?:(?:برج|مبنى|بناية|مكتب|شقة|الطابق|رقم|فيلا)\\s[\\p{Script=Arabic}\\d]{1,15}\\s?[،,]?\\s?){1,4}`,
    'gu'
  ),
  // Colombia
  /(?<![\p{L}])(?:[Cc]alle|CLL?|Cll?\.?|[Cc]arrera|Cra\.?|Kra?\.?|[Aa]v(?:enida|\.)?|[Dd]iagonal|Dg\.?|[Tt]ransversal|Tv\.?)\s\d{1,3}[A-Z]?(?:\s?(?:[Bb]is|[Ss]ur|[Nn]orte|[Ee]ste))?\s?(?:#|[Nn]o\.?|[Nn]°|[Nn]ro\.?)\s?\d{1,3}[A-Z]?\s?[-–]\s?\d{1,3}/gu,
  new RegExp(
    `(?<![\\p{L}\\d])[Kk](?:m|ilómetro|ilômetro)\\.?\\s\\d{1,3}(?:[.,]\\d)?,?\\s(?:de la |da |del |en la )?(?:vía|via|carretera|autopista|autovía|ruta|rodovia|estrada|route|trasy)\\s${NAMES}`,
    'gu'
  ),
  // A number and a postcode with its town
  new RegExp(
    `(?<![\\p{L}\\d])${WORD}(?:\\s(?:(?:de|del|da|do|di|des|du|von|der|den|dem|am|an|la|le)\\s)?${WORD}){0,4},?\\s\\d{1,4}[a-zA-Z]?(?:[-/]\\d{1,4}[a-z]?)?,\\s(?:[^,\\n\\d]{2,30},\\s)?(?:[A-Z]{1,2}-)?(?:\\d{4,5}|\\d{2}-\\d{3})\\s\\p{Lu}[\\p{L}-]{1,30}(?:\\s\\p{Lu}[\\p{L}-]{1,30})?(?:\\s\\([A-Z]{2}\\))?`,
    'gu'
  ),
  // India
  new RegExp(
    `(?<![\\p{L}\\d])(?:[^\\s,.;:\\n]{1,14}\\s){0,2}[^\\s,.;:\\n]{0,8}\\d[^\\s,;:\\n]{0,8},\\s(?:[^,;:\\n]{2,34},\\s){0,4}\\p{Lu}\\p{Ll}{2,20}(?:\\s\\p{Lu}\\p{Ll}{2,20})?\\s?[-–]?\\s?[1-8]\\d{2}\\s?\\d{3}(?![\\d.,])`,
    'gu'
  )
]

/** A sign without which the form can't be in a text: looking for it first costs less than the form. */
const NEEDS: [RegExp, RegExp][] = [
  [/ул\|улица/, /(?:ул|вул|пр|пер|бул|бульв|наб|шос|пл|мкр|м[иі]кр|туп|алл|узв|лин)\p{L}{0,12}[-.\s]/u],
  [/Script=Thai/, /\u0e16|ซ|ตำบล|แขวง|ต\./u],
  [/^〒/, /〒/u],
  [/丁目\\d|都道府県/, /[市区町村]/u],
  [/olígono/, /[Pp]ol|[Pp]arq|Z\.?\s?[AI]|[Zz]on|[Dd]istrito|S\.?[PS]|[Ss]trada|ontrada|C\.da|[Ll]oc|[Ff]raz/],
  [/Am\|Im/, /A[mnu]|I[mn]|Zu|Unter|Hinter|Vor|Bei/],
  [/hauss\[/, /[Rr]ue|[Cc]hauss|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|[Rr]oute/],
  [/Postfach/, /Postfach|[Bb][Oo][Xx]|postale|B\.?P|partado|ostal|poczt|箱/],
  [/Komplek/, /G[ga]|Komplek|K[pa]|Dusun|Taman|Lot|Blok/],
  [/ngách/, /ng[õá]|hẻm|kiệt/u],
  [/रोड\|मार्ग\|गली/, /रोड|मार्ग|गली|स्ट्रीट|चौक|कॉलोनी|विहार/u],
  [/路\|街/, /[路街道巷胡]/u],
  [/मकान/, /[\u0900-\u097f]/u],
  [/\[Tt\]ầng/, /ầng|ầu|òa|hung cư/u],
  [/\[Hh\]uyện/, /hường|uận|[PQ]\.|uyện|[Xx]ã|TP/u],
  [/Sector\|Phase/, /Sector|Phase|Block|Ward/],
  [/Rodovia\|/, /[Kk]m/],
  [/社区/, /[号號栋幢棟座鄰]/u],
  [/หมู่\|ม/, /หมู่|ม\./u],
  [/شارع/, /شارع|طريق|جادة|حي/u],
  [/\[1-8\]/, /\D[1-8]\d{2}\s?\d{3}(?!\d)/],
  [/\[\^,\\n\\d\]\{2,30\}/, /,\s(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3})\s\p{Lu}/u],
  [
    /\[Cc\]alle\|C/,
    /[Cc]al|C\/|[Aa]v|[Pp]as|[Pp]la|P[z.]|[Cc]arr|C[rt]|[Pp]riv|[Cc]err|[Gg]ran|[Rr]o[nd]|[Cc]am|[Gg]lor|[Tt]rav|[Pp]rol|[Bb][olu]|[Rr]am|[Ee]str|[Ll]ad|[Bb]eco|Al\.|[Aa]lam|[Cc]ontr|[Ff]ond|[Ss]al|[Ll]ung|[Pp]iaz|[Gg]all|[Rr]ua|R\.|[Pp]raça|[Vv]i[aic]|V\.|C\.|L\.|[Cc]or|[Ll]arg/u
  ],
  [
    /bis\|ter/,
    /[Rr]ue|[Aa]v|[Bb]d|[Bb]oul|[Pp]l|[Cc]h|imp|rte|[Aa]ll|[Qq]uai|[Ii]mp|[Rr]oute|[Cc]ours|[Pp]as|[Ss]q|[Ss]ent|[Ee]sp|[Ff]aub|[Vv]|[Mm]ail|[Pp]rom|[Ll]ieu|[Hh]am|[Rr]ond/
  ],
  [/ilómetro/, /[Kk](?:m|iló|ilô)/u],
  [/ransversal/, /\d\s?[-–]\s?\d/],
  [/Street/, /Str|St\b|Ro|Rd|Av|La|Ln|Dr|Bo|Bl|Co|Ct|Sq|Te|Hi|Hw|Pa|Pk|Pl|Cl|Cr|Wa|Row|Gr|Mews|Qu|Ga/],
  [
    /stra\(\?:ß/,
    /str|gasse|allee|damm|ufer|chaussee|platz|weg|ring|steig|graben|markt|hof|[SGAPWRD](?:tr|as|ll|la|eg|in|am)/
  ],
  [/Mah/, /Cad|Sok|Bul|Blv|Sk/],
  [/\[Uu\]l/, /[Uu]l|[Aa]l|[Oo]s|[Pp]l/],
  [/Jalan/, /J[al]|Jln|Lor|Per|Leb/],
  [/đường/, /đường|Đường|phố|Phố|ng|hẻm/u]
]

export const PATTERNS = FORMS.map((pattern) => ({
  pattern,
  needs: NEEDS.find(([has]) => has.test(pattern.source))?.[1] ?? /\d/
}))
