import { compactOf } from './name-word.ts'

/** Names that are words as well: in small letters, or in a script without capitals, they are meant as words. */
const WORDS =
  'marsh brook brooke dale glen heath ivy daisy lily violet iris hazel olive amber ruby pearl jade opal crystal coral sandy rusty robin jay dawn eve autumn charity mercy patience prudence constance carol melody harmony rocky cliff ridge forest woods banks barber archer carter cooper farmer fisher fletcher gardener glover knight shepherd tanner turner walker weaver wright bishop pope noble prince duke earl church temple bell bird crane drake finch hawk heron nightingale partridge swan wren bull lamb colt fish pike salmon ash beech birch elm oak reed rush thorn burns ford bridge bridges mill mills parks pool waters wells weeks snow frost gale rain storm sky star moon sun gold silver steel stern bold savage sweet moody blunt hardy lovely merry bliss crown cross sparks spark flint stones mound mount hull penny cash bond pound bass harper singer piper dancer player skinner sawyer slater draper dyer brewer butler chandler marshall steward warden trout hook hand foot head  aimé wrona fortuna bình' +
  ' frühling stein bach feld wald baum blume lilie stern mond sonne himmel engel teufel könig kaiser graf herzog fürst ritter bischof pfarrer schmied wagner fischer jäger schäfer zimmermann maurer töpfer weber schuster schreiber sänger spieler hahn huhn bär löwe hase hirsch igel sperling adler falke dick dünn reich arm gut schön fromm ernst kühn stolz froh still lustig hell dunkel ' +
  'iglesias mercedes dolores pilar rosario consuelo socorro remedios esperanza caridad concepción asunción encarnación amparo soledad gloria victoria alba aurora blanca clara estrella flor gala luna nieves paloma perla rocío sierra valle vega viento rivera ríos río lago prado monte montes cerro cuesta calle plaza torres castillo palacios puente pozo molino mesa rueda herrero zapatero sastre carpintero pastor monje abad conde duque hidalgo caballero soldado guerrero ángel santo cordero toro león gallo lobo zorro cielo amor justo bueno bello bella lindo linda feliz alegre dulce pardo rubio moreno calvo crespo seco gordo alto bajo ' +
  'vitória leão campos rocha pedra serra praia ribeiro rios pinheiro oliveira pereira carvalho nogueira figueira silva coelho cordeiro carneiro pinto galo falcão machado ferreira céu estrela alegria glória graça esperança fé conceição bonito violeta margarida jasmim ' +
  'rossi neri grigi lupo volpe orso agnello colombo falco aquila fiore fiori viola margherita stella sole mare cielo riva ponte torre castello chiesa pozzo forno mulino ferro oro argento gemma felice letizia speranza fede grazia pace vittoria libero onesto dolce grande piccolo grasso magro lungo basso bianca chiara ' +
  'rose marguerite violette jasmin laurier cerisier poirier pommier chêne chênes bois forêt fontaine rivière lac mont montagne val vallée pré champ champs pont tour château église moulin four roi comte baron chevalier évêque moine abbé berger boucher charpentier forgeron maçon meunier tailleur tisserand pêcheur chasseur loup renard lièvre coq pigeon merle rossignol faucon aigle lion gros gras bon bel beau doux fort brave joyeux gentil noël avril aube victoire espérance grâce blanche lumière ' +
  'gołąb wróbel sikora kos sokół orzeł kruk wilk lis zając jeleń baran kozioł byk wół koza kot pies mróz zima wiosna lato jesień dąb brzoza sosna jesion lipa klon kwiat róża malina kalina jagoda wiśnia gruszka kapusta groch gwiazda księżyc słońce niebo góra rzeka las pole kowal młynarz krawiec szewc tkacz bednarz kołodziej rybak myśliwy król wiara nadzieja miłość wesoły cichy biały czarny mały duży stary ' +
  'yıldız güneş ırmak nehir pınar dere dağ tepe orman ağaç çiçek lale nergis menekşe yasemin yaprak bahar kış eylül ekim kasım sevgi aşk mutlu güzel güçlü yiğit cesur kahraman kaplan kartal şahin doğan serçe bulut yağmur kar rüzgar fırtına çelik taş altın gümüş inci elmas ömür hayat zafer onur gurur özgür emek bilgi bilge usta sezgin ışık nur aydın şafak sabah akşam melek peri kara sarı mavi uzun kısa büyük küçük şen papatya zeytin ' +
  'bunga lestari indah cahaya surya bulan bintang mentari fajar senja pagi hujan angin awan laut gunung sungai hutan intan permata mutiara emas ratu putra putri budi bakti setia jujur adil makmur sentosa jaya abadi harum wangi melati mawar kenanga cempaka anggrek teratai kasih cinta sayang suci damai bahagia gembira ceria rahmat rezeki nikmat berkat iman ikhlas sabar syukur sakti timur barat utara selatan seri aman ' +
  'вера надежда любовь роза лилия соловей воробей голубь орёл сокол волк медведь заяц лиса козёл бык мороз зима снег гром ветер лес поле гора река море кузнец мельник ткач гончар рыбак пастух віра надія любов калина коваль бондар швець ' +
  'ज्योति आशा किरण दीपक प्रकाश सागर आकाश सूरज पूजा श्रद्धा विश्वास विजय आनंद शांति प्रेम कमल सुमन पुष्प मोती हीरा रत्न राजा रानी गंगा ज्ञान धन लक्ष्य उमंग उदय अमृत मधु शक्ति कविता सीमा तारा वर्षा रजनी संध्या उषा ' +
  'ใจดี สมหวัง มั่นคง รุ่งเรือง งาม ทองดี สดใส พอใจ ชื่นใจ มานะ อดทน สมบูรณ์ เจริญ สุข มีสุข แสงจันทร์ ดวงดี ศรีสุข ปลา น้ำฝน ฝน น้ำ ฟ้า ดาว ' +
  'さくら ひかり みどり あおい はな そら うみ ゆき はる なつ あき ふゆ のぞみ ひなた つばさ かえで すみれ あかり こころ めぐみ まこと いずみ しずか'

const NAMES_THAT_ARE_WORDS = new Set(WORDS.split(' ').map(compactOf))

export const isWordAsWell = (latin: string): boolean => NAMES_THAT_ARE_WORDS.has(latin)

/** Words of two Chinese signs that are names as well. */
export const HAN_WORDS = new Set(
  '高明 方圓 方圆 高峰 高兴 高興 安全 安康 安静 安靜 平安 和平 建设 文明 光明 黎明 阳光 陽光 白云 白雲 金山 成功 明白 明亮 英俊 聪明 聰明 周到 周全 周密 马上 馬上 时光 時光 时尚 江山 江河 黄金 黃金 田园 田園 田野 常规 高原 高雅 高超 万全 萬全 任意 任何 温暖 溫暖 温柔 温和 向阳 向上 关心 关键 方正 方法 方便 方向 成立 成长 成長 成果 程序 金融 石油 雷同 雷达 钟爱 路程 路线 施工 鲁莽 古典 古老 包容 包装 包裝 水平 项目 項目 毛利 严格 嚴格 严密 容易 康复 康健 习惯 全新 全面 连接 連接 单一 宝贵 寶貴 青柠 青檸 青苔 暖爐 暖炉 曉光 晨光 晨曦 雨巷'.split(
    ' '
  )
)

const DETERMINER =
  /(?<![\p{L}])(?:the|a|an|this|that|every|each|no|eine?[mnrs]?|der|die|das|dem|den|kein\p{L}{0,2}|jede[mnrs]?|un|una|unos|unas|el|los|las|este|esta|cada|um|uma|uns|umas|este|esta|nenhuma?|uno|gli|ogni|une|des|les|le|la|ce|cet|cette|chaque|jeden|jedna|ten|ta|to|bir|bu|her|sebuah|setiap|một)\s$/iu
const CASED = /^\P{L}*\p{Lu}(?:\p{Ll}|\s)/u

const HAN_AFTER =
  /^(?:先生|女士|小姐|太太|[经經]理|[总總]|老[师師]|[负負][责責]|[会會]|[说說]|在|[来來]|[将將]|已|就|[请請]|管|有|收|[亲親]|[联聯]|本人|[，,。；;！!、：:\s]|$|さん|様|氏|です|が|は|を|に|まで|宛)/u
const HAN_BEFORE = /(?:^|[，,。；;！!、：:\s]|[找叫是我请請给給和与與跟向问問由姓系絡络長长]|[经經]理|主管)$/u

/** 高明 in 更高明的: a name of two signs within words that tell of nobody. */
const isHanWord = (text: string, from: number, to: number, shown: string): boolean =>
  HAN_WORDS.has(shown) &&
  !(HAN_BEFORE.test(text.slice(Math.max(0, from - 2), from)) && HAN_AFTER.test(text.slice(to, to + 3)))

const PERSON_BEHIND =
  /^\s?(?:जी|से (?:बात|मिल|संपर्क)|को (?:कॉल|फ़ोन|फोन)|さん|様|ちゃん|さま|です|と申|が|まで|宛|に(?:ご|お)|$)|^[\s,]*$/u
const PERSON_BEFORE = /(?:[:：]|คุณ|นาย|นาง|ชื่อ|ติดต่อ|ถามหา|श्री|श्रीमती|नाम)\s?$/u

/** Syllables in small letters are words, also several of them. */
export const isVietnameseWords = (text: string, shown: string): boolean =>
  !/\p{Lu}/u.test(shown) && /[\u00e0-\u1ef9]/u.test(shown) && /[ăđơưạ-ỹ]/u.test(text) && CASED.test(text)

/** Whether what is spelt like a name of the client is a word here. */
export function isNeedleAsWord(text: string, from: number, to: number, latin: string): boolean {
  const shown = text.slice(from, to)
  if (/\p{Script=Han}/u.test(shown)) return isHanWord(text, from, to, shown)
  if (/^\p{Ll}/u.test(shown))
    return /\s/.test(shown)
      ? isVietnameseWords(text, shown)
      : /^[\p{Ll}\p{M}]+$/u.test(shown) && isPlainWord(text, from, shown, latin)
  if (/\p{Lu}|\s/u.test(shown) || !isWordAsWell(latin)) return false
  return !PERSON_BEFORE.test(text.slice(Math.max(0, from - 10), from)) && !PERSON_BEHIND.test(text.slice(to, to + 14))
}

/** "the marsh": a word in small letters though the text knows capitals. */
export const isPlainWord = (text: string, from: number, shown: string, latin: string): boolean =>
  (/^\p{Ll}/u.test(shown) ? CASED.test(text) : !/^\p{Lu}/u.test(shown)) &&
  (isWordAsWell(latin) || (/^\p{Ll}/u.test(shown) && DETERMINER.test(text.slice(Math.max(0, from - 10), from))))
