/**
 * A link that opens the app in its portal, null where the app's code is not known. Brackets are written in percents:
 * in a notice they would end the BB code around the link.
 */
export function appLink(
  appCode: string | null,
  portal: { clientEndpoint: string },
  params: Record<string, string> = {}
): string | null {
  if (appCode === null) return null
  const query = Object.entries(params).map(([name, value]) => `params%5B${name}%5D=${encodeURIComponent(value)}`)
  const link = `${new URL(portal.clientEndpoint).origin}/marketplace/view/${appCode}/`
  return query.length === 0 ? link : `${link}?${query.join('&')}`
}
