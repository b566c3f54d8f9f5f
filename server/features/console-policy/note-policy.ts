import { hash } from 'node:crypto'
import { audit } from '../../audit/audit.ts'
import { DEFAULT_POLICY, type Policy } from '../../config/policy.ts'
import type { AppContext } from '../../context.ts'
import { transact } from '../../db/transaction.ts'
import { findLastPolicy } from './repository.ts'

/** A policy that is not the one of the last start goes into the audit log: what differs from the defaults, and why. */
export async function notePolicy({ db, policy, clock }: AppContext): Promise<void> {
  const { changeReason, ...values } = policy
  const subjectId = `policy-${hash('sha256', JSON.stringify(values), 'hex').slice(0, 16)}`
  const defaults = leavesOf(DEFAULT_POLICY)
  const differing = [...leavesOf(values)].filter(([path, value]) => defaults.get(path) !== value)
  if ((await findLastPolicy(db)) === (differing.length === 0 ? undefined : subjectId)) return
  await transact(db, async (trx) => {
    const last = await findLastPolicy(trx)
    if (last === subjectId || (last === undefined && differing.length === 0)) return
    const what = differing.map(([path, value]) => `${path}: ${value}`).join('; ') || 'defaults'
    const reason = [what, changeReason].filter(Boolean).join(' – ').slice(0, 2000)
    await audit(trx, { at: clock.now().toISOString(), kind: 'policy.changed', subjectId, reason })
  })
}

/** `levels.1.daily` → `5` */
function leavesOf(tree: Partial<Policy> | Record<string, unknown>, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? [...leavesOf(value as Record<string, unknown>, `${prefix}${key}.`)]
        : [[prefix + key, String(value)] as const]
    )
  )
}
