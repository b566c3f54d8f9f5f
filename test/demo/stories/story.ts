/** What a client asks for, without the client: the demo gives each a person and a company of its own. */
export interface Story {
  country: string
  subdivision?: string
  city: string
  languages: string[]
  services: string[]
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
