import './styles/main.css'
import { createApp } from 'vue'
import App from './App.vue'
import { boot } from './boot.ts'
import { keepFocus } from './composables/useFocusKeeper.ts'
import { keepFitted } from './composables/useFrame.ts'
import { markPlatform } from './composables/usePlatform.ts'
import { useSession } from './composables/useSession.ts'
import { followTheme } from './composables/useTheme.ts'
import { measureSlice } from './composables/useVisibleSlice.ts'
import { i18n, useLanguage } from './i18n.ts'
import { LostPart } from './lazy.ts'
import { prefetch } from './prefetch.ts'
import { firstRoute, likelyNext, router } from './router.ts'

markPlatform()
followTheme()
const session = useSession().start()
await useLanguage(boot.lang)
await router.replace(firstRoute(boot))

const app = createApp(App)
app.use(router).use(i18n)
app.config.errorHandler = (cause) => {
  if (!(cause instanceof LostPart)) console.error(cause)
}
app.mount('#app')

const content = document.getElementById('app')
if (content) keepFitted(content)
measureSlice()
keepFocus()
await session
if (boot.page === 'app') void prefetch(likelyNext)
