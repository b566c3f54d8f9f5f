import type { Outcome } from '../../../../shared/codes.ts'

/** What the app writes into a partner's CRM, in the portal's language. */
export interface DeliveryTexts {
  source: string
  firstContact: (number: string) => string
  firstContactHint: string
  labels: Record<
    | 'number'
    | 'summary'
    | 'description'
    | 'services'
    | 'location'
    | 'languages'
    | 'role'
    | 'companySize'
    | 'industry'
    | 'users'
    | 'budget'
    | 'timeframe'
    | 'edition'
    | 'messengers'
    | 'website'
    | 'address',
    string
  >
  /** Of a reservation, with what became of its request; `none` is for a card of another origin. */
  status: Record<Outcome | 'withdrawn' | 'erased' | 'none', string>
  notes: Record<'withdrawn' | 'erased', (number: string) => string>
}
