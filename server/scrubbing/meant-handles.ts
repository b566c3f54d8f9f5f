import type { KnownWords } from './known-words.ts'
import { GENERIC } from './name-vocabulary.ts'
import { INNOCENT, MESSENGERS } from './messengers.ts'
import { spanOf, type Span } from './spans.ts'
import type { View } from './view.ts'

const NAMED = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${MESSENGERS})(?![\\p{Script=Latin}\\p{N}])`, 'gu')
const TOKEN = /(?<![\p{L}\p{N}@._-])@?[a-z][a-z0-9]{2,}(?:[._-][a-z0-9]+){0,3}(?![\p{Script=Latin}\p{N}@])/gu
const BEFORE = 32
const AFTER = 44
const FEWEST_OF_NAME = 5
const FEWEST_OF_SHORT = 4
/** What one says of oneself between a messenger and a name there. */
const SELF =
  "my|me|i'm|i am|is|it's|name|nick|nickname|handle|username|user|id|account|under|as|find us|add|ich|bin|heiße|mein|name|unter|als|soy|somos|como|mi|usuario|estoy|cuenta|sou|somos|meu|minha|usuário|conta|je|suis|c'est|pseudo|mon|sous|comme|sono|siamo|come|mio|nome|utente|jestem|mój|moj|nazwa|jako|login|ben|benim|adım|adı|kullanıcı|hesabım|tôi|em|mình|là|tên|nick|của em|saya|kami|nama|aku|akaun|akun|ialah|adalah|я|мой|ник|логин|как|мій|нік|मेरा|पर|نام|मैं|id는|のid|idは|は|id|的|是|我|叫|号|號|名|ไอดี|คือ|ชื่อ|اسمي|حسابي|معرفي"
const LINK = `(?:[\\s,:：='’-]{0,3}(?:${SELF})(?:['’]s)?){1,3}`
/** "Telegram saya fiqahkek", "my pseudo Snapchat is guenokb" */
const SAID_AFTER = new RegExp(`^${LINK}[\\s:：=,'"-]{0,3}$`, 'u')
/** "I'm tpemberton on Skype" */
const SAID_BEFORE = new RegExp(`(?:^|[^\\p{L}])(?:${SELF})[\\s:：'"-]{1,3}$`, 'u')
const ON = /^\s(?:on|at|in|auf|bei|en|sur|no|na|nel|su|w|di|da|pe|в|у|trên|ใน|पर)\s(?:the\s|my\s|mein(?:em)?\s)?$/u

/** Handles that look like words: beside a messenger, with a part of a name in them or said to be somebody's. */
export function findMeantHandles(view: View, known: KnownWords): Span[] {
  const { text } = view
  const spans: Span[] = []
  for (const messenger of text.matchAll(NAMED)) {
    const start = Math.max(0, messenger.index - BEFORE)
    const end = messenger.index + messenger[0].length
    for (const { 0: token, index } of text.slice(start, end + AFTER).matchAll(TOKEN)) {
      const from = start + index
      const to = from + token.length
      if ((from < end && messenger.index < to) || (to === end + AFTER && to < text.length)) continue
      const between = from >= end ? text.slice(end, from) : text.slice(to, messenger.index)
      if (/[\n!?;。]|\.\s/.test(between)) continue
      const name = token.replace(/^@/, '')
      if (INNOCENT.test(name) || GENERIC.has(name) || STOP.has(name)) continue
      if (hasOwn(name, known)) spans.push(spanOf(view, 'messenger', from, to))
      else if (isSaid(text, { from, to, end, between, messenger: messenger[0] }) && isOdd(name, view, from, to))
        spans.push(spanOf(view, 'messenger', from, to, 'maybe_handle'))
    }
  }
  return spans
}

const STOP = new Set(
  `${SELF.replaceAll('|', ' ')} and the for with our are not use uses using have has want need mit und der die das wir nicht auch sehr con por para los las que una het pas avec pour les des est nous per con che non della sul dla nie jest tak dan yang untuk dengan tidak ada di ke dari ini itu ile için var bir bize beni chat chats group groups business messages messenger support kunden clientes clients tim team important wichtig urgent best better only also number numbers nummer nomor numero número broadcast pakai guna gunakan connected integrated verbunden integriert conectado integrado connecté collegato połączony bağlı terhubung`.split(
    /\s+/
  )
)

interface Place {
  from: number
  to: number
  /** Where the messenger's name ends. */
  end: number
  between: string
  messenger: string
}

const MORE_OFTEN_WORDS = /^(?:signal|line|face|whats|slack|messenger|discord|zap|wa|ig|fb)$/

function isSaid(text: string, { from, to, end, between, messenger }: Place): boolean {
  const isClauseEnd = /^\s*(?:$|[,;.!?)\]\n|/。，、]|[^\x00-\u02ff])/u.test(text.slice(to))
  const isAlone = from > end && /^\s*$/.test(text.slice(0, end - messenger.length)) && /^[\s.]*$/.test(text.slice(to))
  if (isAlone && /^\s$/.test(between)) return true
  if (MORE_OFTEN_WORDS.test(messenger) && /^\s(?:is|are|as|on|at|under)\s$/.test(between)) return false
  if (from >= end) return isClauseEnd && SAID_AFTER.test(between)
  return ON.test(between) && SAID_BEFORE.test(text.slice(Math.max(0, from - 20), from))
}

/** In capitals it begins a sentence or is a name that everybody may know. */
function isOdd(name: string, view: View, from: number, to: number): boolean {
  const [start, end] = view.origin(from, to)
  return name.length >= 4 && !/^\p{Lu}\p{Ll}+$/u.test(view.original.slice(start, end))
}

function hasOwn(name: string, { names, company, hosts }: KnownWords): boolean {
  const compact = name.replace(/[^a-z0-9]/g, '')
  return (
    names.some(({ latin, isShort, isOrdinary }) =>
      isShort || latin.length === FEWEST_OF_SHORT
        ? !isOrdinary && latin.length >= FEWEST_OF_SHORT && compact.startsWith(latin) && compact !== latin
        : latin.length >= FEWEST_OF_NAME &&
          (compact.includes(latin.slice(0, FEWEST_OF_NAME)) || compact.includes(latin.slice(-FEWEST_OF_NAME)))
    ) ||
    company.some(({ latin, isOrdinary }) => !isOrdinary && latin.length >= FEWEST_OF_NAME && compact.includes(latin)) ||
    hosts.some((host) => host.length >= FEWEST_OF_NAME && compact.includes(host))
  )
}
