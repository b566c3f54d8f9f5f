import type { Request } from 'express'
import type { AppContext } from '../context.ts'
import { AppError } from '../errors.ts'
import {
  identify,
  requireInstalled,
  requireNotTerminated,
  requirePartner,
  type Caller,
  type PartnerCaller
} from './caller.ts'

export interface Guards {
  /** Nobody has to be known. */
  anybody: (request: Request) => void
  /** Any session, whatever became of its portal and partner. */
  session: (request: Request) => Promise<Caller>
  /** A session, even before the installation is finished. */
  installing: (request: Request) => Promise<Caller>
  /** An admin's session, even before the installation is finished. */
  installingAdmin: (request: Request) => Promise<Caller>
  /** An admin's session of an installed portal, tied to a partner or not. */
  portalAdmin: (request: Request) => Promise<Caller>
  /** A session of an installed portal that is tied to a partner, which is not terminated. */
  partner: (request: Request) => Promise<PartnerCaller>
  partnerAdmin: (request: Request) => Promise<PartnerCaller>
  /** A user of a portal named in `STAFF_PORTALS`. */
  staff: (request: Request) => Promise<Caller>
}

export function createGuards(ctx: AppContext): Guards {
  const session = (request: Request) => identify(ctx, request.headers.authorization)
  const installing = async (request: Request) => requireNotTerminated(ctx, await session(request))
  const partner = async (request: Request) => requirePartner(ctx, await session(request))
  return {
    anybody: () => undefined,
    session,
    installing,
    installingAdmin: async function installingAdmin(request) {
      return requireAdmin(await installing(request))
    },
    portalAdmin: async function portalAdmin(request) {
      return requireAdmin(requireInstalled(ctx, await session(request)))
    },
    partner,
    partnerAdmin: async function partnerAdmin(request) {
      return requireAdmin(await partner(request))
    },
    staff: async function staff(request) {
      const caller = requireInstalled(ctx, await session(request))
      if (!caller.isStaff) throw new AppError('forbidden')
      return caller
    }
  }
}

function requireAdmin<Who extends Caller>(caller: Who): Who {
  if (!caller.user.isAdmin) throw new AppError('admin_only')
  return caller
}
