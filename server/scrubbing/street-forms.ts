const NUMBER =
  '(?:\\d{1,2}\\.\\d{3}(?!\\d)|\\d{1,5})(?:\\s?[a-zA-Z](?![\\p{L}.])|/[A-Za-z](?![\\p{L}]))?(?:\\s?[-–/]\\s?\\d{1,5}[a-zA-Z]?){0,3}'
const CITY =
  '(?:\\s?,?\\s(?:[A-Z]{1,3}-)?(?:\\d{4,6}(?:-\\d{3,4})?|\\d{2}-\\d{3})(?:\\s\\p{Lu}[\\p{L}-]{1,30}){1,3}|,\\s\\p{Lu}[\\p{L}-]{2,30}(?:\\s\\p{Lu}[\\p{L}-]{2,30})?(?=\\s*(?:[.,;\\n]|$)))?'
const WORD = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const NAME = `(?:${WORD}|\\d{1,2}(?:st|nd|rd|th)|de|da|do|dos|das|del|dell|della|delle|dello|degli|dei|di|des|du|san|santa|y|e|i|la|le|les|los|las|von|der|den|zu|zum|zur|am|im|an|l['’]\\p{Lu}[\\p{L}-]{1,30})(?![\\p{L}])`
const NAMES = `(?:\\d{1,2}(?:\\sde)?\\s)?${NAME}(?:\\s${NAME}){0,5}`
const FLAT =
  '(?:[ºª°](?:\\s?\\p{L}{1,8})?)?(?:,?\\sRT\\s?\\d{1,3}\\s?/?\\s?RW\\s?\\d{1,3}|,\\s(?:Haus|Gebäude|Geb\\.|Aufgang|Hinterhaus|Halle|[Bb]loco|[Bb]loque|[Ee]sc\\.)\\s\\w{1,4}(?![\\p{L}])|(?:,|\\s?[-–])?\\s(?:[Ff]lat|[Aa]pt\\.?|[Uu]nit|[Ss]uite|[Ff]loor|[Ss]tock|[Kk]v\\.?|кв\\.|оф\\.|офис|эт\\.|m\\.|lok\\.|piso|[Aa]p\\.|[Ss]ala|andar|int\\.|scala|[Dd]aire|D:|Kat)\\s?(?:\\d[\\w/]{0,5}|[A-Z](?![\\p{L}]))|\\s?[-–,]\\s?\\d{1,3}\\s?[ºª°](?:\\s?\\p{L}{1,8}\\.?)?)?'
/** Each with a sign without which it can't be in a text: looking for that first costs less. */
export const PATTERNS: { needs: RegExp; pattern: RegExp }[] = [
  {
    needs: /(?:ул|вул|пр|пер|бул|бульв|наб|шос|пл|мкр|м[иі]кр|туп|алл|узв|лин)\p{L}{0,12}[-.\s]/u,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:ул|улица|улице|вул|вулиця|пр-т|просп|проспект|пер|переулок|пров|бул|бульвар|наб|шоссе|площадь|площа|пл|мкр|мкрн|микрорайон|мікрорайон|тупик|проезд|аллея|набережная|бульв|просп|провулок|узвіз|линия)\\.?\\s(?:\\d{1,3}(?:-[йяе])?\\s)?(?:\\p{Lu}[\\p{L}.’'-]{1,30}(?:-\\d{1,2})?(?:\\s\\p{Ll}{2,8})?[\\s,]{0,2}){1,4},?\\s?(?:(?:д|дом|буд|стр|корп|б|будинок|№)\\.?\\s?)?\\d{1,4}(?:\\s?[а-яіїa-z](?![\\p{L}]))?(?:,?\\s(?:кв|оф|офис|корп|стр|під|эт)\\.?\\s?\\d{1,4}){0,3}`,
      'gu'
    )
  },
  {
    needs: /G[ga]|Komplek|K[pa]|Dusun|Taman|Lot|Blok/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:Gg\\.?|Gang|Komplek|Kompleks|Kp\\.|Kampung|Dusun|Taman|Lot|Blok|Ruko|Rukan|Perumahan|Perum)\\s(?:${WORD}|\\d{1,5}[A-Z]?,)(?:\\s${WORD}){0,3}\\s?(?:[Nn]o\\.?\\s?|/)?\\d{0,4}(?<=\\d.{0,40})${FLAT}`,
      'gu'
    )
  },
  {
    needs: /str|gasse|allee|damm|ufer|chaussee|platz|weg|ring|steig|graben|markt|hof|[SGAPWRD](?:tr|as|ll|la|eg|in|am)/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${WORD} ){0,2}(?:\\p{Lu}[\\p{L}-]{0,30}(?:stra(?:ß|ss)e|str\\.|-(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm|Ufer|Chaussee)|gasse|allee|damm|ufer|chaussee|platz|weg|ring|steig|graben|markt|hof)|\\p{Lu}[\\p{L}-]{1,30}\\s(?:[Ss]tr\\.|stra(?:ß|ss)e)|(?:Stra(?:ß|ss)e|Allee|Platz|Weg|Ring|Damm) des?r? \\p{Lu}[\\p{L}-]{1,30}|(?<=\\p{L} )(?:Stra(?:ß|ss)e|Str\\.|Gasse|Allee|Platz|Weg|Ring|Damm))\\s?(?:Nr\\.?\\s?)?${NUMBER}${FLAT}${CITY}`,
      'gu'
    )
  },
  {
    needs: /Str|St\b|Ro|Rd|Av|La|Ln|Dr|Bo|Bl|Co|Ct|Sq|Te|Hi|Hw|Pa|Pk|Pl|Cl|Cr|Wa|Row|Gr|Mews|Qu|Ga/,
    pattern: new RegExp(
      `\\d{1,5}[A-Za-z]?\\s(?:(?:${WORD}|\\d{1,3}(?:st|nd|rd|th))\\s){1,4}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Court|Ct\\.?|Square|Sq\\.?|Terrace|Highway|Hwy|Parkway|Pkwy|Place|Close|Crescent|Way)(?![\\p{L}])(?:,?\\s(?:Suite|Flat|Ste\\.?|Apt\\.?|Unit|Floor|#)\\s?[\\w-]+)?(?:,\\s\\p{Lu}[\\p{L} ]{2,30})?(?:,?\\s[A-Z]{2}\\s\\d{5}(?:-\\d{4})?|,?\\s[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})?`,
      'gu'
    )
  },
  {
    needs:
      /[Cc]al|C\/|[Aa]v|[Pp]as|[Pp]la|P[z.]|[Cc]arr|C[rt]|[Pp]riv|[Cc]err|[Gg]ran|[Rr]o[nd]|[Cc]am|[Gg]lor|[Tt]rav|[Pp]rol|[Bb][olu]|[Rr]am|[Ee]str|[Ll]ad|[Bb]eco|Al\.|[Aa]lam|[Cc]ontr|[Ff]ond|[Ss]al|[Ll]ung|[Pp]iaz|[Gg]all|[Rr]ua|R\.|[Pp]raça|[Vv]i[aic]|V\.|C\.|L\.|[Cc]or|[Ll]arg/u,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Cc]alle|C/|[Aa]venida|Avda\\.?|Av\\.|[Pp]aseo|[Pp]laza|Pza\\.?|[Cc]arrera|Cra\\.?|[Pp]rivada|[Cc]alzada|Calz\\.|[Cc]errada|[Cc]allejón|[Gg]ran [Vv]ía|[Rr]onda|[Cc]amino|[Cc]arretera|Ctra\\.?|[Gg]lorieta|[Tt]ravesía|[Pp]asaje|[Pp]rolongación|[Bb]oulevard|Blvd\\.?|[Rr]ambla|[Ee]strada|Estr\\.|[Ll]adeira|[Bb]eco|Al\\.|[Cc]ontr[àa]|[Ff]ondamenta|[Ss]alita|[Ll]ungarno|[Ll]ungomare|[Bb]orgo|[Pp]iazzale|P\\.le|[Gg]alleria|[Rr]ua|R\\.|[Tt]ravessa|[Pp]raça|[Aa]lameda|[Rr]odovia|Via|via(?!\\s(?:Telegram|WhatsApp|Skype|Viber|Messenger|API|REST|SOAP|Webhook|Bitrix|Excel|CSV|XML|SIP|VPN|SMS|Zoom|Teams|Web|Mail|E-))|[Vv]iale|V\\.le|P\\.zza|C\\.so|L\\.go|[Pp]iazza|[Cc]orso|[Ll]argo|[Vv]icolo)\\s${NAMES},?\\s(?:n[º°.]?\\s?|No\\.?\\s?|#\\s?|nº\\s?)?${NUMBER}${FLAT}${CITY}`,
      'gu'
    )
  },
  {
    needs: /Cad|Sok|Bul|Blv|Sk/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:${WORD}\\s){1,3}(?:\\d{1,4}\\.\\s)?(?:Mah(?:allesi|\\.)?,?\\s(?:${WORD}\\s){1,3})?(?:Cad(?:desi|de|\\.)?|Sok(?:ağı|ak|\\.)?|Bulvarı|Blv\\.?|Sk\\.?)\\s?,?\\s?(?:No\\s?[:.]?\\s?)?${NUMBER}(?:,?\\s(?:Kat|K|Daire|D|Blok|Apt)\\s?[:.]?\\s?(?:\\d{1,4}|[A-Z](?![\\p{L}]))){0,3}(?:\\s?[/,]\\s?\\p{Lu}[\\p{L}/ ]{1,40}|\\s\\p{Lu}\\p{Ll}{2,20}(?:\\s?/\\s?\\p{Lu}\\p{L}{2,20})?(?!['’\\p{L}]))?`,
      'gu'
    )
  },
  {
    needs: /A[mnu]|I[mn]|Zu|Unter|Hinter|Vor|Bei/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:Am|Im|An de[rmn]|Auf de[rmn]|Zum|Zur|Unter den|In de[rn]|Hinter de[rmn]|Vor de[rm]|Bei de[rn]|Beim)\\s(?:\\p{Lu}[\\p{L}-]{1,30}\\s){1,3}${NUMBER}${FLAT},\\s(?:[A-Z]{1,3}-)?\\d{4,5}\\s\\p{Lu}[\\p{L}-]{1,30}`,
      'gu'
    )
  },
  {
    needs: /[Pp]ol|[Pp]arq|Z\.?\s?[AI]|[Zz]on|[Dd]istrito|S\.?[PS]|[Ss]trada|ontrada|C\.da|[Ll]oc|[Ff]raz/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:(?:[Pp]olígono(?: [Ii]ndustrial)?|[Pp]ol\\. ?[Ii]nd\\.|[Pp]arque [Ee]mpresarial|Z\\.? ?[AI]\\.?C?\\.?|[Zz]one (?:industrielle|artisanale|d['’]activités)|[Dd]istrito [Ii]ndustrial|[Zz]ona [Ii]ndustriale)\\s${NAMES},?\\s(?:(?:nave|parcela|lote|lot|galpão|capannone|bâtiment|bât\\.)\\s)?\\d{1,5}[A-Za-z]?|(?:[Ss]trada|S\\.?[PS]\\.?|[Cc]ontrada|C\\.da|[Ll]ocalità|[Ll]oc\\.|[Ff]razione|[Ff]raz\\.)\\s${NAMES}\\s${NUMBER}(?:,?\\s[Kk]m\\.?\\s\\d{1,4})?)(?:\\s(?:rue|allée|avenue|route|chemin|impasse|boulevard)\\s${NAMES})?`,
      'gu'
    )
  },
  {
    needs: /〒/u,
    pattern:
      /〒\s?\d{3}-\d{4}\s?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{0,12}[都道府県市区町村][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\d−-]{0,40}/gu
  },
  {
    needs: /Sector|Phase|Block|Ward/,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:(?:Plot|Shop|House|Flat|H|Door|Gala|Shed|Office)\\.?\\s?(?:[Nn]o\\.?\\s?)?)?[A-Z]?-?\\d{1,4}[A-Z]?(?:/\\d{1,4})?,\\s(?:Sector|Phase|Block|Ward)[\\s-]?[\\dIVXA-Z]{1,4}(?:,\\s${WORD}(?:\\s${WORD}){0,2}){0,2}`,
      'gu'
    )
  },
  {
    needs: /[Uu]l|[Aa]l|[Oo]s|[Pp]l/,
    pattern: new RegExp(
      `(?<![\\p{L}])(?:[Uu]l\\.|[Uu]lica|[Uu]licy|[Aa]l\\.|[Aa]leja|[Aa]lei|[Aa]leje|[Aa]lejach|[Oo]s\\.|[Oo]siedle|[Pp]l\\.|[Pp]lac)\\s?(?:\\d{1,2}\\s)?(?:${WORD}\\s){0,3}(?:${WORD})\\s${NUMBER}(?:\\s?(?:m|lok)\\.?\\s?\\d+)?${CITY}`,
      'gu'
    )
  },
  {
    needs: /J[al]|Jln|Lor|Per|Leb/,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:(?:[Nn]o\\.?\\s?)?\\d{1,4}[A-Z]?,?\\s)?(?:Jl\\.?|Jalan|Jln\\.?|Lorong|Persiaran|Lebuh)\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)(?:\\s(?:${WORD}|\\d{1,2}/\\d{1,3}[A-Z]?)){0,3}(?:,?\\s(?!\\d{5}\\s\\p{Lu})(?:[Nn]o\\.?\\s?|[Nn]omor\\s)?${NUMBER})?${FLAT}${CITY}`,
      'gu'
    )
  },
  // A number and a postcode with its town
  {
    needs: /,\s(?:[A-Z]{1,2}-)?(?:\d{4,5}|\d{2}-\d{3})\s\p{Lu}/u,
    pattern: new RegExp(
      `(?<![\\p{L}\\d])${WORD}(?:\\s(?:(?:de|del|da|do|di|des|du|von|der|den|dem|am|an|la|le)\\s)?${WORD}){0,4},?\\s\\d{1,4}[a-zA-Z]?(?:[-/]\\d{1,4}[a-z]?)?,\\s(?:[^,\\n\\d]{2,30},\\s)?(?:[A-Z]{1,2}-)?(?:\\d{4,5}|\\d{2}-\\d{3})\\s\\p{Lu}[\\p{L}-]{1,30}(?:\\s\\p{Lu}[\\p{L}-]{1,30})?(?:\\s\\([A-Z]{2}\\))?`,
      'gu'
    )
  }
]
