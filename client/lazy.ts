import { defineAsyncComponent, type AsyncComponentLoader, type Component } from 'vue'
import AppLost from './components/app/AppLost.vue'
import AppSkeleton from './components/app/AppSkeleton.vue'
import { loadAllWords } from './i18n.ts'

const PAUSES_MS = [300, 1500, 4000]

/** Told by what stands in its place; it is no fault of the page's. */
export class LostPart extends Error {}

/** A part that comes with its words when it is needed: tried again while the network is gone, then said in words. */
export function lazy<T extends Component>(loader: AsyncComponentLoader<T>, isPage = false): T {
  return defineAsyncComponent<T>({
    loader: async () => {
      try {
        return (await Promise.all([loader(), loadAllWords()]))[0]
      } catch (cause) {
        throw new LostPart('a part could not be loaded', { cause })
      }
    },
    delay: 0,
    ...(isPage ? { loadingComponent: AppSkeleton } : {}),
    errorComponent: AppLost,
    onError: (_, retry, fail, attempts) => {
      const pause = PAUSES_MS[attempts - 1]
      if (pause === undefined) fail()
      else setTimeout(retry, pause)
    }
  })
}

export const lazyPage = <T extends Component>(loader: AsyncComponentLoader<T>): T => lazy(loader, true)
