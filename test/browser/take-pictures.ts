import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchChromium } from '../support/chromium.ts'
import { Gallery } from './gallery.ts'
import { ALL_LOOKS, nameOf } from './looks.ts'
import { SCREENS } from './screens/index.ts'
import { view } from './viewer.ts'

// `npm run build && npx tsx test/browser/take-pictures.ts [screen|look…]`: every screen in every look, as pictures
// in a temporary folder, and all that is wrong with them. Words choose screens or looks that contain them.

const words = process.argv.slice(2)
const chosen = <Item>(items: Item[], name: (item: Item) => string, isOfThese: (word: string) => boolean): Item[] => {
  const own = words.filter(isOfThese)
  return own.length === 0 ? items : items.filter((item) => own.some((word) => name(item).includes(word)))
}
const isLook = (word: string) => ALL_LOOKS.some((look) => nameOf(look).includes(word))
const screens = chosen(
  SCREENS,
  ({ name }) => name,
  (word) => !isLook(word)
)
const looks = chosen(ALL_LOOKS, nameOf, isLook)

const folder = join(tmpdir(), 'implementation-requests-pictures')
const gallery = await Gallery.open()
const browser = await launchChromium()
let count = 0
try {
  for (const screen of screens)
    for (const locale of new Set(looks.map((look) => look.locale))) {
      const own = looks.filter((look) => look.locale === locale)
      const faults = await view(browser, gallery, screen, own, folder)
      count += faults.length
      console.log(`${screen.name} ${locale}: ${faults.length ? `\n  ${[...new Set(faults)].join('\n  ')}` : 'fine'}`)
    }
} finally {
  await browser.close()
  await gallery.close()
}
console.log(`${count} faults; pictures: ${folder}`)
