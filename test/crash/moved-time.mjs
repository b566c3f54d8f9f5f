import { readFileSync } from 'node:fs'

/**
 * Preloaded by tests into a real server process (`node --import`): its time is the wall clock plus the milliseconds that
 * stand in CLOCK_OFFSET_FILE. The app itself knows nothing of it.
 */
const file = process.env.CLOCK_OFFSET_FILE
const READ_EVERY_MS = 20
const RealDate = Date
let offset = 0

const read = () => {
  const text = readFileSync(file, 'utf8')
  if (text !== '') offset = Number(text)
}
const now = () => RealDate.now() + offset

read()
setInterval(read, READ_EVERY_MS).unref()
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name))
})
