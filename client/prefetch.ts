import { loadAllWords } from './i18n.ts'

type Loader = () => Promise<unknown>

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 })
    else setTimeout(resolve, 500)
  })

/** What one will probably open next is fetched while nothing else is to be done; what fails is fetched when needed. */
export async function prefetch(loaders: Loader[]): Promise<void> {
  for (const load of [loadAllWords, ...loaders]) {
    await idle()
    await load().catch(() => undefined)
  }
}
