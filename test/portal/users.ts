import type { UserSpec } from './options.ts'

export interface PortalUser {
  id: number
  name: string
  lastName: string
  email: string
  lang: string
  timeZone: string
  position: string
  isAdmin: boolean
  active: boolean
  isExtranet: boolean
}

const DEFAULT_USERS: UserSpec[] = [
  { id: 1, name: 'Anna', lastName: 'Berger', isAdmin: true, position: 'Head of sales' },
  { id: 2, name: 'Ben', lastName: 'Carter', position: 'Sales agent' },
  { id: 3, name: 'Chloe', lastName: 'Dubois', position: 'Sales agent' }
]

export function makeUsers(specs: UserSpec[] | undefined, lang: string): PortalUser[] {
  const used = new Set<number>()
  return (specs ?? DEFAULT_USERS).map((spec, index) => {
    const id = spec.id ?? nextFree(used, index + 1)
    used.add(id)
    return makeUser({ ...spec, id, isAdmin: spec.isAdmin ?? (specs !== undefined && index === 0) }, lang)
  })
}

export function makeUser(spec: UserSpec & { id: number }, lang: string): PortalUser {
  return {
    id: spec.id,
    name: spec.name ?? `User ${spec.id}`,
    lastName: spec.lastName ?? '',
    email: spec.email ?? `user${spec.id}@partner.example`,
    lang: spec.lang ?? lang,
    timeZone: spec.timeZone ?? '',
    position: spec.position ?? '',
    isAdmin: spec.isAdmin ?? false,
    active: spec.active ?? true,
    isExtranet: spec.isExtranet ?? false
  }
}

export function fullName(user: PortalUser): string {
  return `${user.name} ${user.lastName}`.trim()
}

function nextFree(used: Set<number>, from: number): number {
  let id = from
  while (used.has(id)) id += 1
  return id
}
