import { listen, type Listener } from '../portal/http-listener.ts'
import { BuiltApp } from './built-app.ts'
import { DemoWorld } from './demo-world.ts'
import { playHistory } from './play-history.ts'
import { createSite } from './site.ts'
import { StaffDesk } from './staff-desk.ts'

const stops: Array<() => unknown> = []
let stoppingSince = 0

/** The last that started stops first. */
async function stop(code: number): Promise<never> {
  stoppingSince = Date.now()
  for (const part of stops.reverse()) await part()
  process.exit(code)
}

/** One Ctrl+C may arrive twice, from the terminal and from tsx; a later one stops without waiting. */
function onSignal(): void {
  if (stoppingSince === 0) void stop(0)
  else if (Date.now() - stoppingSince > 1_500) process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)

try {
  await run()
} catch (error) {
  if (stoppingSince === 0) {
    console.error(error)
    await stop(1)
  }
}

async function run(): Promise<void> {
  console.log('Starting the emulated Bitrix24 and living through its last three months…')
  const world = await DemoWorld.start()
  stops.push(() => world.stop())
  const history = await playHistory(world)

  console.log('Starting the app…')
  const app = await BuiltApp.start(world.env, world.folder)
  process.on('exit', () => app.kill())
  stops.push(() => app.stop())
  void app.ended.then(() => {
    if (stoppingSince > 0) return
    console.error(`The app has ended; its log: ${app.logFile}`)
    return stop(1)
  })

  const site: Listener = await listen(createSite(world, new StaffDesk(world, history)), world.sitePort)
  stops.push(() => site.close())
  console.log(`
  Open this page; it leads to everything:

    http://127.0.0.1:${site.port}/

  The app's log: ${app.logFile}
  Ctrl+C stops it all and removes its data.
`)
}
