import { isShelf } from './address-numbers.ts'
import type { Span } from './spans.ts'

/** What a client calls its place: with a colon behind, the place follows. */
const PLACES =
  'office|godown|boathouse|shop|store|clinic|farm|workshop|warehouse|showroom|head ?quarters|hq|studio|depot|factory|plant|büro|lager|werk(?:statt)?|fabrik|laden|filiale|hauptsitz|sitz|firmensitz|standort|praxis|bureaux?|dépôt|atelier|usine|boutique|siège|entrepôt|oficinas?|taller|planta|almacén|tienda|bodega|local|finca|consultorio|sede|officina|magazzino|negozio|ufficio|fabbrica|stabilimento|laboratorio|escritório|fábrica|galpão|loja|depósito|entrega|siedziba|biuro|magazyn|sklep|zakład|warsztat|hala|merkez|ofis|iş ?yeri|fabrika\\p{L}{0,4}|depo|mağaza|şube|atölye|kantor|gudang|pabrik|toko|bengkel|pejabat|kilang|dapur|gerai|văn phòng|xưởng|kho|quán|tiệm|cửa hàng|nhà máy|trụ sở|офис|склад|магазин|завод|цех|мастерская|офіс|майстерня|दफ़्तर|कार्यालय|दुकान|ออฟฟิศ|ร้าน|โรงงาน|สำนักงาน|المكتب|مكتب'
const MEETING =
  'find us|find us on|visit us|come to|come by|drop by|we are (?:located )?at|located at|based at|deliver(?:y)? (?:it )?to|send (?:it|them|the \\p{L}+) to|(?:sie|ihr) finden uns|finden sie uns|besuchen sie uns|kommen sie (?:in|zu)|wir sitzen|zu finden|nous sommes(?: situés)?|situés?|se situe|se trouve|befindet sich|liegt|queda|fica|ficam|si trova|znajduje się|is located|is at|are at|nằm ở|nằm tại|находится|знаходиться|bulunuyor|venez|passez|retrouvez-nous|estamos|ubicad[oa]s?|encuéntrenos|vengan|venga|visítenos|nos encontramos|siamo|venite|ci trovate|trovate|ficamos|estamos|venham|visite|mieścimy się|mieści się|zapraszamy|jesteśmy|przyjść|bize gelin|yerimiz|bulunuyoruz|kami (?:ada|berada)|datang ke|terletak|beralamat|kunjungi|chúng tôi ở|ghé|đến|мы (?:сидим|находимся)|находимся|приезжайте|ми (?:знаходимось|знаходимося)|приїжджайте'
/** With a capital or without. */
const anyCase = (words: string): string =>
  words.replace(/(?<=^|\||\(\?:)\p{Ll}/gu, (first) =>
    first.toUpperCase().length > 1 ? first : `[${first}${first.toUpperCase()}]`
  )
const LITTLE =
  '(?:[\\s:]{1,2}(?:is|are|ist|sind|liegt|steht|est|sont|está|están|é|è|fica|ficam|si trova|se trouve|se encuentra|znajduje się|mieści się|adalah|ialah|ở|tại|là|находится|знаходиться|in|at|on|the|der|die|dem|den|am|im|bei|à|au|aux|le|la|les|en|el|los|nel|nella|al|alla|na|no|w|przy|ul|di|ke|на|в|у|here|hier|ici|aquí|qui|aqui|tu|und zwar|unter|also)){0,4}'
const CONNECTIVE = 'de|del|de la|da|do|dos|di|della|des|du|von|der|den|zur|zum|y|e|и'
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]{1,24}"
const NUMBER =
  '(?:n[º°ro.]{1,2}\\s?|No\\.?\\s?|№\\s?|#\\s?)?(?!(?:19|20)\\d\\d(?!\\d))\\d{1,4}(?:\\s?[a-zA-Z](?![\\p{L}]))?(?:[-/]\\d{1,4}[a-zA-Z]?)?'
const END =
  '(?![\\p{L}\\d]|\\s?[%€$£¥₹]|[.,:]\\d|\\s(?!(?:im|in|à|a|en|w|di|and|und|et|y|e|i|dan|và|и|та|ve|bei|near|past|by|hinter|behind)(?![\\p{L}]))\\p{Ll}{2})'
const NAMED = `${WORD}(?:\\s(?:(?:${CONNECTIVE})\\s)?${WORD}){0,4},?\\s${NUMBER}${END}`
const NUMBERED = `\\d{1,4}(?:/\\d{1,4})*[A-Za-z]?,?\\s(?:(?:ngõ|ngách|hẻm|kiệt|tổ)\\s\\d{1,4}\\s)?${WORD}(?:\\s${WORD}){1,4}${END}`
const CALLED = new RegExp(
  `(?<![\\p{L}])(?:${anyCase(PLACES)})(?:${LITTLE})(?<colon>\\s?[:：])?[\\s,]{1,2}(?<place>${NAMED}|${NUMBERED})`,
  'gu'
)
const MET = new RegExp(
  `(?<![\\p{L}])(?:${anyCase(MEETING)})(?<colon>)${LITTLE}[\\s,:]{1,2}(?<place>${NAMED}|${NUMBERED})`,
  'gu'
)
const HAS_INTENT = new RegExp(`(?<![\\p{L}])(?:${PLACES}|${MEETING})(?![\\p{L}])`, 'iu')
/** The least that is needed. */
const NAME_WITH_NUMBER =
  /\p{Lu}[\p{L}\p{M}.'’-]{1,24},?\s(?:[Nn#№]\S{0,2}\s?)?\d|\d[A-Za-z]?,?\s(?:\p{L}{2,5}\s\d{1,4}\s)?\p{Lu}/u
/** What has a name and a number too. */
const THING =
  /^(?:eur|usd|chf|gbp|platz|rang|ebene|level|top|windows|office|iphone|ios|android|excel|word|bitrix24|bitrix|version|release|model|iso|din|sap|odoo|sage|oracle|php|python|server|stage|phase|level|team|group|gruppe|q[1-4]|article|artikel|module?|step|schritt|punkt|point|page|seite|plan|paket|type|typ|class|klasse|room|raum|conference|\d+ (?:users?|people|bitrix24))/iu
const MONTH =
  /(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januari|februari|maret|mei|desember|ogos|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)\s/iu

/** "You find us Neuer Wall 10": a name with a number where a place is told, though nothing calls it a street. */
export function findMeantPlaces(text: string, found: { from: number; to: number }[]): Span[] {
  if (!NAME_WITH_NUMBER.test(text) || !HAS_INTENT.test(text)) return []
  return [CALLED, MET].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = match.groups?.place ?? ''
      const from = match.index + match[0].length - place.length
      const to = match.index + match[0].length
      if (
        !/^\p{Lu}|^\d/u.test(place) ||
        !/\p{Lu}\p{Ll}/u.test(place) ||
        THING.test(place) ||
        MONTH.test(place) ||
        isShelf(place.split(' ', 1)[0] ?? '')
      )
        return []
      if (found.some((one) => one.from < to && from < one.to)) return []
      const span = { kind: 'address' as const, from, to }
      return [pattern === CALLED && match.groups?.colon === undefined ? { ...span, why: 'maybe_address' } : span]
    })
  )
}
