import { asInt } from '../php.ts'
import type { PortalUser } from '../users.ts'
import type { CrmItem } from './crm-item.ts'

export type CrmRight = 'all' | 'own' | 'none'

/** Who may see and change what: administrators everything, others by what the portal gave them (default: all). */
export class CrmRights {
  readonly #rights = new Map<number, CrmRight>()

  set(userId: number, right: CrmRight): void {
    this.#rights.set(userId, right)
  }

  mayAdd(user: PortalUser): boolean {
    return this.#of(user) !== 'none'
  }

  mayRead(user: PortalUser, item: CrmItem): boolean {
    const right = this.#of(user)
    return right === 'all' || (right === 'own' && asInt(item.values.assignedById) === user.id)
  }

  mayEdit(user: PortalUser, item: CrmItem): boolean {
    return this.mayRead(user, item)
  }

  #of(user: PortalUser): CrmRight {
    return user.isAdmin ? 'all' : (this.#rights.get(user.id) ?? 'all')
  }
}
