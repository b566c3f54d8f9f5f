import type { ErrorCode } from '../shared/error-codes.ts'
import type { FeedPage } from '../shared/contract/requests.ts'
import type { Me } from '../shared/contract/session.ts'

export interface Session {
  token: string
  expiresAt: string
  me: Me
}

/** What the server knew when it answered the portal's POST. */
export interface Boot {
  page: 'install' | 'app' | 'placement'
  lang: string
  memberId: string
  domain: string
  serverEndpoint: string | null
  placement: { code: string; options: Record<string, string> }
  session: Session | null
  feed: FeedPage | null
  /** The newest piece of news when the document was made: the stream goes on from there. */
  lastEventId: string | null
  /** Why there is no session; `trouble` is a code of `me.trouble`, when the portal gave a reason. */
  problem: { code: ErrorCode; requestId: string | null; trouble: string | null } | null
}

const NOTHING: Boot = {
  page: 'app',
  lang: 'en',
  memberId: '',
  domain: '',
  serverEndpoint: null,
  placement: { code: 'DEFAULT', options: {} },
  session: null,
  feed: null,
  lastEventId: null,
  problem: null
}

/** Bitrix24 sends the options as an object or as the JSON text of one. */
export function placementOptions(raw: unknown): Record<string, string> {
  const parsed = typeof raw === 'string' ? parse(raw) : raw
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]))
}

export function readBoot(document: Document): Boot {
  const given = parse(document.getElementById('boot')?.textContent ?? '') as Partial<Boot> | undefined
  const placement = given?.placement
  return {
    ...NOTHING,
    ...given,
    placement: { code: placement?.code ?? 'DEFAULT', options: placementOptions(placement?.options) }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const boot = readBoot(document)
