/** One call as its caller saw it. `invokedAt` and `answeredAt` are places in one order of all calls and answers. */
export interface Call {
  partner: string
  invokedAt: number
  answeredAt: number
  /** `again`: the partner had the slot already. */
  answer: 'ok' | 'again' | 'full' | 'closed'
}

export interface History {
  slots: number
  calls: Call[]
  /** When the request was withdrawn, if it was. */
  closing: { invokedAt: number; answeredAt: number } | null
}

/**
 * What keeps a history of one request from being explained by some order of its calls, each at one instant between its
 * invocation and its answer; empty when there is such an order. Slots are never given back, so that no search is needed:
 * a refusal is right when enough winners can have come before it, and the closing when one instant parts all that came
 * before it from all that came after.
 */
export function violationsOf({ slots, calls, closing }: History): string[] {
  const of = (...answers: Call['answer'][]) => calls.filter(({ answer }) => answers.includes(answer))
  const won = of('ok')
  const found: string[] = []
  if (won.length > slots) found.push(`${won.length} of ${slots} slots`)
  if (new Set(won.map(({ partner }) => partner)).size < won.length) found.push('one partner has two slots')
  for (const { answeredAt } of of('full')) {
    const before = won.filter(({ invokedAt }) => invokedAt < answeredAt).length
    if (before < slots) found.push(`full after ${before} of ${slots}`)
  }
  for (const { partner, answeredAt } of of('again'))
    if (!won.some((one) => one.partner === partner && one.invokedAt < answeredAt)) found.push('again, but never before')
  for (const { partner, invokedAt } of of('full', 'closed', 'ok'))
    if (won.some((one) => one.partner === partner && one.answeredAt < invokedAt))
      found.push('forgot whom it has served')
  return [...found, ...closingViolations(of('ok', 'full'), of('closed'), closing)]
}

function closingViolations(open: Call[], closed: Call[], closing: History['closing']): string[] {
  if (!closing) return closed.length > 0 ? ['closed by nobody'] : []
  const earliest = Math.max(closing.invokedAt, ...open.map(({ invokedAt }) => invokedAt))
  const latest = Math.min(closing.answeredAt, ...closed.map(({ answeredAt }) => answeredAt))
  return earliest > latest ? ['no instant parts open from closed'] : []
}
