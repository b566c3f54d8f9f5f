/** A tenant: one Bitrix24 account that opened the installer. The key is `memberId`, domains change. */
export interface PortalTable {
  memberId: string
  domain: string
  /** REST root with a closing slash, as the auth server named it. */
  clientEndpoint: string
  /** Origin of the auth server, one of the allow-list. */
  authServer: string
  applicationTokenHash: string | null
  status: 'new' | 'installed' | 'uninstalled'
  /** Why the portal can't be worked with: `no_token`, `payment_required`, `portal_deleted`, `no_rest`, `overload`. */
  trouble: string | null
  partnerCode: string | null
  linkedBy: 'registry' | 'code' | null
  licence: string | null
  lang: string
  crmMode: 'classic' | 'simple' | null
  /** JSON: the steps of the last installation. */
  steps: string
  installedAt: string | null
  uninstalledAt: string | null
  /** Fill of the leaky bucket at `bucketAt`, in calls. */
  bucketLevel: number
  bucketAt: string
  nextSweepAt: string | null
  /** Blocked by hand at Bitrix24: nothing is called before, unless an admin asks for it. */
  heldUntil: string | null
  createdAt: string
  updatedAt: string
}

/** OAuth tokens of one admin of a portal, encrypted. Several, so that one dismissal stops nothing. */
export interface PortalTokenTable {
  memberId: string
  userId: number
  accessToken: string
  refreshToken: string | null
  expiresAt: string
  isDead: number
  refreshLockedUntil: string | null
  updatedAt: string
}

/** A user's session in the frame. The key is a hash, so that the table opens nothing. */
export interface SessionTable {
  tokenHash: string
  memberId: string
  userId: number
  userName: string
  isAdmin: number
  lang: string
  expiresAt: string
  createdAt: string
}

/** Who has opened the app in a portal, as last seen there: names for the ids in the audit log. */
export interface PortalUserTable {
  memberId: string
  userId: number
  name: string
  /** BCP 47, as the frame told it. */
  lang: string | null
  seenAt: string
}

/** Settings of a portal; the document is JSON of `shared/contract/settings.ts` without the locations. */
export interface SettingsTable {
  memberId: string
  document: string
  updatedAt: string
  updatedBy: number
  roundRobin: number
}

/** One method's share of the portal's operating limit, as the portal last told it. */
export interface PortalBudgetTable {
  memberId: string
  method: string
  /** Seconds of the last ten minutes. */
  usedS: number
  /** When the oldest of those minutes drops out. */
  resetAt: string
  blockedUntil: string | null
}

/** REST calls of the last three days, secrets and contact data cut. */
export interface PortalCallTable {
  id: string
  memberId: string
  method: string
  at: string
  durationMs: number
  status: number | null
  outcome: string
  detail: string | null
  /** As in `bitrix24/failure.ts`. */
  failure: string | null
}

/** Filters of the feed that a user gave a name. */
export interface SavedFilterTable {
  id: string
  memberId: string
  userId: number
  name: string
  /** JSON of `feedFilters` in `shared/contract/saved-filters.ts`. */
  filters: string
  /** Newer requests count as new. */
  seenAt: string
}

/** Something that a user has done once and for all, such as seeing the guided tour. */
export interface UserMarkTable {
  memberId: string
  userId: number
  mark: 'tour'
  at: string
}
