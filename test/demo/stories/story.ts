/** What a company asks for; the demo lets another person of it ask each time. */
export interface Story {
  country: string
  subdivision?: string
  city: string
  languages: string[]
  services: string[]
  company: string
  summary: string
  description: string
  role: string
  companySize: string
  industry: string
  users?: number
  budget?: [amount: number, currency: string]
  timeframe?: string
  edition?: string
  source?: string
  maxPartners?: number
}
