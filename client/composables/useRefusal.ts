import { useI18n } from 'vue-i18n'
import type { ApiError, FailureCode } from '../api/request.ts'
import { useFormat } from './useFormat.ts'

export interface Refusal {
  title: string
  text: string
  when: string | null
  requestId: string | null
}

/** The words for a refusal: what happened, what to do, and when it would work. */
export function useRefusal() {
  const { t } = useI18n()
  const { dateTime, relative } = useFormat()

  const named = (code: FailureCode | 'outside_portal' | 'portal_silent', requestId: string | null = null): Refusal => ({
    title: t(`error.${code}.title`),
    text: t(`error.${code}.text`),
    when: null,
    requestId
  })

  function explain(error: ApiError): Refusal {
    const { details } = error
    const at = details.retryAt ?? details.unlocksAt ?? details.until
    const refusal = named(error.code, error.status >= 500 || error.status === 0 ? error.requestId : null)
    if (details.unlocksNowAtLevel !== undefined) {
      refusal.text = t('refusal.unlocksAtLevel', { level: details.unlocksNowAtLevel })
    }
    if (details.max !== undefined) refusal.text = `${t('refusal.max', { max: details.max })} ${refusal.text}`
    if (at) refusal.when = t('refusal.when', { time: dateTime(at), relative: relative(at) })
    return refusal
  }

  return { explain, named }
}
