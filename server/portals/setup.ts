import type { InstallationStep } from '../../shared/contract/installation.ts'
import type { Portal } from './repository.ts'

/** The step of the installation that the portal refused, if there is one. */
export function failedStep({ steps }: Pick<Portal, 'steps'>): { step: InstallationStep; detail: string | null } | null {
  const all = JSON.parse(steps) as { step: InstallationStep; state: string; detail: string | null }[]
  const failed = all.find(({ state }) => state === 'failed')
  return failed ? { step: failed.step, detail: failed.detail } : null
}
