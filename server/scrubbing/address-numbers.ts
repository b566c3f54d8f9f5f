/** Numbers beside the words of an address that are no house: times of day, places on a shelf, steps. */

/** Before a time, whatever follows. */
const AT_TIME = /^(?:às|alle|ore|um|gegen|vers|o|godz|jam|pukul|lúc|saat|kl|около)$/u
/** Before a time that a unit follows. */
const TOWARDS = /^(?:a|à|as|las|at|by|from|until|till|von|ab|bis|de|od|do|dalle|fino|до|в|с)$/u
const HOUR = /^(?:[01]?\d|2[0-4])h?$/
const CLOCK =
  /^\s?(?:uhr|[ap]\.?m\.?|o['’]clock|heures?|horas|น\.|giờ|बजे|pagi|petang|siang|malam)(?![\p{L}\p{M}])|^[:][0-5]\d(?!\d)/iu
const BARE_HOUR = /^\s?(?:h|hs|hrs?)(?![\p{L}])/iu

/** "às 17h", "um 17 Uhr", "18:00" */
export function isTimeOfDay(shown: string, before: string, after: string): boolean {
  if (!HOUR.test(shown)) return false
  if (CLOCK.test(after) || AT_TIME.test(before)) return true
  return TOWARDS.test(before) && (shown.endsWith('h') || BARE_HOUR.test(after))
}

/** "12 %", "4 €" */
export const isAmount = (after: string): boolean => /^\s?(?:[%‰€$£¥₹]|:\d)/u.test(after)

/** Where a thing lies in a warehouse. */
const SHELF =
  /^(?:rack|shelf|bin|pallet|regal|fach|palette|lagerplatz|stellplatz|estante|estantería|anaquel|étagère|rayon|scaffale|ripiano|prateleira|regał\p{L}{0,2}|półk\p{L}{1,2}|raf|rak|kệ|रैक|शेल्फ|стеллаж\p{L}{0,2}|полк\p{L}{1,2})$/iu
export const isShelf = (shown: string): boolean => SHELF.test(shown)

/** What is counted through without being a place. */
const STEP =
  /^(?:platz|rang|stufe|phase|schritt|etappe|position|punkt|step|stage|rank|fase|etapa|paso|étape|krok|etap|aşama|adım|tahap|langkah|fasa|bước|चरण|этап|version|release)$/iu
export const isStep = (shown: string): boolean => STEP.test(shown)
