import type { Request, Response } from 'express'
import type { EmulatedPortal } from '../portal.ts'
import type { PortalUser } from '../users.ts'

/** Cookies ignore ports: each portal's has a name of its own. */
function cookieName(portal: EmulatedPortal): string {
  return `portal_user_${portal.memberId.slice(0, 8)}`
}

/** Who sits in front of the page: `?user=` decides and is remembered. */
export function currentUser(portal: EmulatedPortal, request: Request, response: Response): PortalUser {
  const asked = Number(request.query.user)
  const cookies = new Map(
    (request.headers.cookie ?? '').split(/; */).map((item): [string, string] => {
      const cut = item.indexOf('=')
      return [item.slice(0, cut), item.slice(cut + 1)]
    })
  )
  const remembered = Number(cookies.get(cookieName(portal)))
  const found = portal.users.find((user) => user.id === asked && user.active)
  if (found) response.setHeader('set-cookie', `${cookieName(portal)}=${found.id}; Path=/; SameSite=Lax`)
  const user = found ?? portal.users.find((candidate) => candidate.id === remembered && candidate.active)
  return user ?? firstActive(portal)
}

function firstActive(portal: EmulatedPortal): PortalUser {
  const user = portal.users.find((candidate) => candidate.active)
  if (!user) throw new Error('nobody works here any more')
  return user
}
