import type { Span } from './spans.ts'
import { STRONG_AT } from './vocabulary.ts'

const LOCAL = '(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}._+-])[a-z0-9][a-z0-9._+-]{1,39}'
/** "office★example.com", "office[x]example.com" */
const SIGNED = new RegExp(
  `${LOCAL}(?:[★☆#*＊◎●■◆§♥♡^~$&%¤©®!]{1,2}|[\\[(〔{<（【「][^\\])〕}>）】」\\s]{1,12}[\\])〕}>）】」])$`,
  'iu'
)
const NEXT =
  '(?:poi|then|dann|danach|puis|ensuite|luego|después|seguido de|depois|seguit[oa] da|followed by|gefolgt von|suivi de|suivie de|potem|następnie|sonra|ardından|lalu|kemudian|rồi|lalu|потом|затем|далее|потім|แล้วก็|แล้ว|ตามด้วย|そのあと|然后|然後)'
/** "office, then the at sign, then example.com" */
const TOLD = new RegExp(
  `${LOCAL}[\\s,]{1,3}(?:${NEXT}\\s?){0,2}(?:(?:the|an?|la|el|il|le|l['’]|una?|die|das|dem|der|den|o|um|znak|dấu|simbolo|símbolo|signe|sign|zeichen|işareti|tanda|เครื่องหมาย)\\s?){0,2}(?:@|${STRONG_AT})[\\s,]{0,3}(?:(?:${NEXT}|e|und|and|y|et|i|ve)[\\s,]{0,3})?$`,
  'iu'
)
const NUMBERED = /^#\d{3,5}(?!\d)/

/** What hangs on a find: a mailbox before its host, however the sign between is told, and the number of a handle. */
export function looseEnds(text: string, spans: Span[]): Span[] {
  return spans.flatMap(({ kind, why, from, to }) => {
    if (why !== undefined) return []
    if (kind === 'messenger' || kind === 'name' || kind === 'email') {
      const number = NUMBERED.exec(text.slice(to, to + 7))?.[0]
      if (number) return [{ kind, from: to, to: to + number.length }]
    }
    if (kind !== 'url' && kind !== 'email' && kind !== 'company') return []
    const before = text.slice(Math.max(0, from - 70), from)
    const local = SIGNED.exec(before) ?? TOLD.exec(before)
    return local ? [{ kind: 'email' as const, from: from - local[0].length, to: from }] : []
  })
}
