import { nextClient } from './clients.ts'
import { BR_EXAMPLES } from './stories/br.ts'
import { DE_EXAMPLES } from './stories/de.ts'
import { OTHERS_EXAMPLES } from './stories/others.ts'
import type { Story } from './stories/story.ts'
import { US_EXAMPLES } from './stories/us.ts'

export type RequestData = Record<string, unknown> & { externalId: string; summary: string }

const EXAMPLES: Story[] = [...US_EXAMPLES, ...DE_EXAMPLES, ...BR_EXAMPLES, ...OTHERS_EXAMPLES]
export const EXAMPLE_COUNTRIES = [...new Set(EXAMPLES.map((story) => story.country))]

const FORMS: Record<string, string> = {
  ...{ DE: 'Website-Formular', AT: 'Website-Formular', CH: 'Website-Formular', BR: 'Formulário do site' }
}

let pushed = 1000
const shown = new Map<string, number>()

/** Data of `request.created`: the story with an invented client. */
export function makeRequest(story: Story, now: Date): RequestData {
  const { country, subdivision, city, role, companySize, industry, company, budget, ...rest } = story
  return {
    externalId: `web-${++pushed}`,
    source: FORMS[country] ?? 'Website form',
    ...rest,
    location: { country, ...(subdivision && { subdivision }), city },
    client: { role, companySize, industry },
    ...(budget && { budget: { amount: budget[0], currency: budget[1] } }),
    contact: nextClient(country, company),
    consent: { shareWithPartners: true, textVersion: '2026-03', at: now.toISOString() }
  }
}

/** Goes round through the examples of the country. */
export function nextExample(country: string, now: Date): RequestData {
  const own = EXAMPLES.filter((story) => story.country === country)
  const stories = own.length > 0 ? own : EXAMPLES
  const count = shown.get(country) ?? 0
  shown.set(country, count + 1)
  return makeRequest(stories[count % stories.length]!, now)
}
