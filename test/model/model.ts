/** What the world ought to be after a history, in the simplest form that can say it. */

export type LeadMove = 'lose' | 'reopen' | 'convert' | 'win'
type Semantic = 'P' | 'S' | 'F'

export interface ModelReservation {
  id: string
  /** The lead decides until it is converted, then its deals. */
  lead: Semantic
  deals: Semantic[]
  /** It was won or lost at some time: the app may know of it, or not yet. */
  wasDecided: boolean
  /** Its client withdrew: what was open is void, what the CRM had decided stays. */
  end?: 'void' | 'voidOrDecided'
}

export interface ModelRequest {
  id: string
  externalId: string
  /** What staff push; the contact is among it. */
  data: Record<string, unknown> & { contact: { name: string; phone: string; email: string } }
  users: number
  /** How many partners it takes. */
  max: number
  isWithdrawn: boolean
  /** Milliseconds; it is over 30 days later. */
  releasedAt: number
  lastPush: { id: string; payload: unknown }
  /** By the number of the partner: who holds a slot has seen the contact, and nobody else has. */
  holders: Map<number, ModelReservation>
}

export interface Model {
  requests: ModelRequest[]
  /** By the number of the partner. */
  installed: boolean[]
}

const EXPIRY_MS = 30 * 24 * 3_600_000

export type State = 'open' | 'full' | 'withdrawn' | 'expired'

export function stateOf(request: ModelRequest, now: number): State {
  if (request.isWithdrawn) return 'withdrawn'
  if (now >= request.releasedAt + EXPIRY_MS) return 'expired'
  return request.holders.size < request.max ? 'open' : 'full'
}

/** Slots after a push that asks for so many: never fewer than are held. */
export const slotsAfter = (wanted: number, held: number): number => Math.max(1, held, Math.min(wanted, 5))

/** What a reservation by this partner has to be answered with. */
export function answerTo(request: ModelRequest, partner: number, now: number): { status: number; code?: string } {
  if (request.holders.has(partner)) return { status: 200 }
  const state = stateOf(request, now)
  if (state === 'full') return { status: 409, code: 'request_full' }
  return state === 'open' ? { status: 201 } : { status: 409, code: 'request_closed' }
}

export function withdraw(request: ModelRequest): void {
  if (request.isWithdrawn) return
  request.isWithdrawn = true
  for (const reservation of request.holders.values())
    reservation.end = reservation.wasDecided ? 'voidOrDecided' : 'void'
}

export function move(reservation: ModelReservation, how: LeadMove): void {
  const { deals } = reservation
  const set = (semantic: Semantic): void => {
    if (deals.length > 0) deals[0] = semantic
    else reservation.lead = semantic
  }
  if (how === 'lose') set('F')
  if (how === 'reopen') set('P')
  if (how === 'win') set('S')
  if (how === 'convert') {
    reservation.lead = 'S'
    deals.push('P')
  }
  if (how === 'lose' || how === 'win') reservation.wasDecided = true
}

/** Only a deal can be won, and a lead is converted once. */
export function mayMove({ deals }: ModelReservation, how: LeadMove): boolean {
  if (how === 'win') return deals.length > 0
  return how === 'convert' ? deals.length === 0 : true
}

type Outcome = 'open' | 'won' | 'lost' | 'void'

/** What it may be once wins are old enough to count. */
export function outcomesOf(reservation: ModelReservation): Outcome[] {
  if (reservation.end === 'void') return ['void']
  const decided = outcomeOf(reservation)
  return reservation.end === 'voidOrDecided' ? ['void', decided] : [decided]
}

/** By the CRM alone. */
export function outcomeOf({ lead, deals }: ModelReservation): Exclude<Outcome, 'void'> {
  if (deals.length === 0) return lead === 'F' ? 'lost' : 'open'
  if (deals.includes('S')) return 'won'
  return deals.every((deal) => deal === 'F') ? 'lost' : 'open'
}
