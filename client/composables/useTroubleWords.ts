import { useI18n } from 'vue-i18n'

const TROUBLES = ['payment_required', 'no_rest', 'portal_deleted', 'no_token', 'overload', 'disconnected']

/** Why a portal can't be worked with, and what to do. */
export function useTroubleWords() {
  const { t } = useI18n()
  return { words: (code: string): string => t(`trouble.${TROUBLES.includes(code) ? code : 'disconnected'}`) }
}
