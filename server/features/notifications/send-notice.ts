import type { PortalError } from '../../bitrix24/errors.ts'
import type { Command, CommandResult, PortalClient } from '../../bitrix24/portal-client.ts'
import type { AppContext } from '../../context.ts'
import type { Notice } from './prepare-notice.ts'

/** All notices of the app belong together under it. */
const SUB_TAG = 'implementation_requests'

/**
 * One notice a person. Sending again after a lost answer is no double: the tag makes the portal replace the first.
 * A person whom the portal refuses is left out; a trouble that may pass is thrown.
 */
export async function sendNotice(ctx: AppContext, memberId: string, notice: Notice, openWords: string): Promise<void> {
  const client = ctx.portals.of(memberId)
  const MESSAGE = notice.link === null ? notice.text : `${notice.text} [URL=${notice.link}]${openWords}[/URL]`
  const params = { MESSAGE, TAG: notice.tag, SUB_TAG }
  const results = await send(client, 'im.notify.system.add', params, notice.userIds)
  const unknown = notice.userIds.filter((userId) => isUnknownMethod(results[nameOf(userId)]))
  const others = unknown.length === 0 ? {} : await send(client, 'im.notify', { ...params, TYPE: 'SYSTEM' }, unknown)
  for (const [name, result] of Object.entries({ ...results, ...others })) {
    if (result.ok && result.result !== false) continue
    const error = result.ok ? null : result.error
    if (error && error.kind !== 'refused') throw error
    ctx.log.info({ memberId, user: name, code: error?.code ?? 'not_taken' }, 'a notice was refused')
  }
}

const nameOf = (userId: number): string => `user_${userId}`

function send(
  client: PortalClient,
  method: string,
  params: Command['params'],
  userIds: number[]
): Promise<Record<string, CommandResult>> {
  const commands = userIds.map((USER_ID) => [nameOf(USER_ID), { method, params: { USER_ID, ...params } }] as const)
  return client.batch(Object.fromEntries(commands))
}

const isUnknownMethod = (result: CommandResult | undefined): boolean =>
  result !== undefined && !result.ok && isMethodError(result.error)

const isMethodError = ({ code }: PortalError): boolean => /METHOD_NOT_FOUND/i.test(code)
