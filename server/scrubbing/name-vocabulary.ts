/** Forms of address. */
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor ing dipl herr frau hr fr sr sra srta don dona doña monsieur madame mme m sig sigra signor signora pan pani panstwo bay bayan bey hanim khun anh chi ong ba bapak ibu pak bu tuan puan encik cik shri smt jr sen'.split(
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
/** Words of many companies' names. */
export const GENERIC = new Set(
  (
    'solutions solution consulting consult services service group gruppe grupo groupe gruppo holding training trade trading handel software systems system systeme media marketing logistics logistik logistica transport digital technology technologies tech technik international global europe europa deutschland germany berlin hamburg london paris madrid milano warszawa istanbul france italia polska brasil mexico españa espana turkiye ' +
    'design studio bau build construction immobilien real estate energy energie food health medical clinic klinik hotel travel reisen tours auto autos cars moto sport fashion style shop store online market markt data cloud network networks partner partners business company firma corporate office finance finanz invest capital bank insurance versicherung legal law education academy akademie school production produktion industry industries industrie manufacturing import export foods water garden home house haus new first best pro plus one team crm bitrix bitrix24 sales vertrieb support service web agency agentur agencia the and und'
  ).split(' ')
)
export const LEGAL =
  /(?<![a-z0-9])(?:gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|e\.? ?k|se|ltd|limited|llc|inc|incorporated|corp|corporation|co|company|plc|llp|s\.?a\.?s?|sarl|eurl|s\.?r\.?l\.?s?|s\.?p\.?a|s\.?l\.?u?|bv|nv|oy|ab|aps|kft|sp\.? ?z ?o\.? ?o|s\.?c|ltda|me|eireli|sti|san|tic|a\.? ?s|pt|cv|tbk|plt|sdn|bhd|pte|pvt|private|kk|ooo|oao|zao|ip)\.?(?![a-z0-9])/g
export const NATIVE_LEGAL =
  /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|บริษัท|จำกัด|\(?มหาชน\)?|प्राइवेट|लिमिटेड|công ty|cổ phần|tnhh/giu
