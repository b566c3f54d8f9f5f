import { z } from 'zod'
import { ForgedToken, type AuthServers, type VerifiedToken } from './auth-servers.ts'
import { PortalError, TokenError } from './errors.ts'
import type { PortalClients } from './portal-client.ts'

export interface Opener extends VerifiedToken {
  authServer: string
  userName: string
  isAdmin: boolean
}

export interface Claim {
  memberId: string
  domain: string
  accessToken: string
  /** Allowed auth servers, the likeliest first. */
  authServers: readonly string[]
}

/** `profile` answers an empty list for a dismissed user. */
const profile = z.object({
  ID: z.coerce.number().int().positive(),
  ADMIN: z.union([z.boolean(), z.enum(['Y', 'N']).transform((flag) => flag === 'Y')]).catch(false),
  NAME: z.string().nullish(),
  LAST_NAME: z.string().nullish()
})

/**
 * Who opens the app: the auth server says whose token it is, the portal at the address that the auth server
 * names says what the user may do. Nothing that the browser claims is believed or called.
 * Throws `ForgedToken`, or `PortalError` when somebody could not be asked.
 */
export async function verifyOpener(authServers: AuthServers, portals: PortalClients, claim: Claim): Promise<Opener> {
  const { verified, authServer } = await verifyAnywhere(authServers, claim)
  if (verified.memberId !== claim.memberId) throw new ForgedToken('it belongs to another portal')
  if (!sameHost(claim.domain, verified.domain)) throw new ForgedToken('the portal has another address')
  const user = await readProfile(portals, verified, claim.accessToken)
  if (user.ID !== verified.userId) throw new ForgedToken('it belongs to another user')
  return {
    ...verified,
    authServer,
    userName: [user.NAME, user.LAST_NAME].filter(Boolean).join(' ').slice(0, 200) || `#${user.ID}`,
    isAdmin: user.ADMIN
  }
}

async function verifyAnywhere(
  authServers: AuthServers,
  claim: Claim
): Promise<{ verified: VerifiedToken; authServer: string }> {
  let failure: unknown = new ForgedToken('no auth server knows it')
  for (const authServer of claim.authServers) {
    try {
      return { verified: await authServers.verify(authServer, claim.accessToken), authServer }
    } catch (error) {
      if (!(failure instanceof PortalError)) failure = error
    }
  }
  throw failure
}

async function readProfile(portals: PortalClients, verified: VerifiedToken, accessToken: string) {
  try {
    const parsed = profile.safeParse(await portals.callWith(verified, accessToken, 'profile'))
    if (!parsed.success) throw new ForgedToken('the user is not active')
    return parsed.data
  } catch (error) {
    if (error instanceof TokenError) throw new ForgedToken(error.code)
    if (error instanceof PortalError && error.kind === 'refused') throw new ForgedToken(error.code)
    throw error
  }
}

/** Compares hosts as browsers write them: any case, the default port left out. */
function sameHost(claimed: string, actual: string): boolean {
  const host = (domain: string) =>
    domain
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/, '')
      .replace(/:(80|443)$/, '')
  return host(claimed) === host(actual)
}
