import type { ValueClass } from '../../../shared/codes.ts'
import { EURO_RATES } from '../../config/euro-rates.ts'
import type { Policy } from '../../config/policy.ts'

/** Rounded; 0 without a budget or when nobody knows the currency's rate. */
export function budgetInEuro(budget: { amount: number; currency: string } | undefined, policy: Policy): number {
  if (!budget) return 0
  const rate = policy.eurRates[budget.currency] ?? EURO_RATES[budget.currency]
  return rate === undefined ? 0 : Math.round(budget.amount / rate)
}

/** Budget or users alone lift a request into a class. */
export function valueClassOf(budgetEur: number, users: number | undefined, policy: Policy): ValueClass {
  const reaches = ({ users: least, budgetEur: price }: { users: number; budgetEur: number }) =>
    budgetEur >= price || (users ?? 0) >= least
  if (reaches(policy.valueClass.premium)) return 'premium'
  return reaches(policy.valueClass.plus) ? 'plus' : 'standard'
}
