import { createApp } from '../../server/app.ts'
import { wallClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config/config.ts'
import { createContext } from '../../server/context.ts'
import { openDatabase } from '../../server/db/database.ts'
import { ChangeFeed } from '../../server/features/stream/change-feed.ts'
import { Metrics } from '../../server/http/health.ts'
import { guardedRoutes } from '../../server/http/route.ts'
import { createLog } from '../../server/log.ts'

interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

export interface Route {
  method: string
  /** Express path. */
  path: string
  /** Undefined where the handler itself finds out who is calling. */
  guard: string | undefined
}

/** Every route of the app, in the order in which it is tried. */
export function listRoutes(): Route[] {
  const config = readConfig({
    ...{ PUBLIC_URL: 'http://127.0.0.1:3000', DATABASE_URL: 'file::memory:', B24_CLIENT_ID: 'app.1' },
    ...{ B24_CLIENT_SECRET: 'secret', APP_SECRET: Buffer.alloc(32, 1).toString('base64') },
    STAFF_WEBHOOK_SECRETS: `whsec_${Buffer.alloc(32, 2).toString('base64')}`
  })
  const ctx = createContext({ config, db: openDatabase(config.database), clock: wallClock, log: createLog('silent') })
  const app = createApp(ctx, { feed: new ChangeFeed(ctx), metrics: new Metrics() })
  return routesOf((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

const routesOf = (stack: Layer[]): Route[] =>
  stack.flatMap(({ route, handle }) => {
    if (!route) return routesOf(handle?.stack ?? [])
    const methods = Object.keys(route.methods).map((method) => (method === '_all' ? 'ALL' : method.toUpperCase()))
    return methods.map((method) => ({ method, path: route.path, guard: guardedRoutes.get(`${method} ${route.path}`) }))
  })
