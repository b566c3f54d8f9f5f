import { describe, expect, it } from 'vitest'
import { assigneeOf, commentsOf, dealFields, leadFields, planOf, targetOf, type Draft } from './rules.ts'
import { requestWords } from './request-words.ts'
import { languageFor, textsFor } from './texts.ts'

const draft: Draft = {
  reservationId: 'reservation-1',
  request: {
    ...{
      id: 'r',
      number: 'R-000007',
      services: ['training'],
      summary: 's',
      description: 'd',
      valueClass: 'plus',
      state: 'open'
    },
    ...{ location: { country: 'DE', city: 'Berlin' }, languages: ['de'], client: {}, slots: { taken: 1, max: 5 } },
    ...{
      releasedAt: '2026-11-22T12:00:00.000Z',
      expiresAt: '2026-12-22T12:00:00.000Z',
      budget: { amount: 9000, currency: 'EUR' }
    }
  },
  record: {
    contact: {
      name: 'Erika Maria Muster',
      company: 'Muster GmbH',
      phone: '+493023125000',
      email: 'erika@muster.example'
    },
    original: { summary: 'CRM für 30 Nutzer', description: 'Bitte <b>bald</b>' }
  },
  assigneeId: 4,
  observers: [],
  choices: { crmMode: 'classic', sources: ['CALL', 'WEB'], currencies: ['EUR'] },
  texts: textsFor('de'),
  words: { services: 'Schulung', place: 'Berlin, Deutschland', languages: 'Deutsch', budget: '9.000 EUR' }
}

describe('the CRM item of a reservation', () => {
  it('is a lead in classic mode, a contact and a deal in simple mode, or what the settings say', () => {
    expect(targetOf('auto', 'classic')).toBe('lead')
    expect(targetOf('auto', 'simple')).toBe('deal')
    expect(targetOf('lead', 'simple')).toBe('lead')
    expect(planOf('deal', true)).toEqual(['company', 'contact', 'deal', 'task'])
    expect(planOf('lead', true)).toEqual(['lead', 'task'])
  })

  it('carries the contact where the CRM looks for it, and our own key', () => {
    expect(leadFields(draft)).toMatchObject({
      ...{ name: 'Erika Maria', lastName: 'Muster', companyTitle: 'Muster GmbH', assignedById: 4 },
      ...{ originatorId: 'IMPLEMENTATION_REQUESTS', originId: 'reservation-1', UF_CRM_IR_NUMBER: 'R-000007' },
      ...{ opportunity: 9000, currencyId: 'EUR', sourceId: 'WEB' },
      fm: [
        { typeId: 'PHONE', valueType: 'WORK', value: '+493023125000' },
        { typeId: 'EMAIL', valueType: 'WORK', value: 'erika@muster.example' }
      ]
    })
  })

  it('leaves the amount out when the portal does not know the currency', () => {
    const fields = dealFields(
      { ...draft, choices: { ...draft.choices, currencies: ['USD'] } },
      { contactId: 9, companyId: undefined },
      {}
    )
    expect(fields).not.toHaveProperty('opportunity')
    expect(fields).toMatchObject({ contactIds: [9] })
  })

  it('shows the client’s text as text', () => {
    expect(commentsOf(draft)).toContain('Beschreibung: Bitte &lt;b>bald&lt;/b>')
  })

  it.each([
    ['de', 'Leistungen: Schulung', 'Standort: Berlin, Deutschland', 'Sprachen: Deutsch', 'Budget: 9.000 EUR'],
    ['pt-BR', 'Serviços: Treinamento', 'Berlin, Alemanha', 'Idiomas: alemão', '9.000 EUR'],
    ['ru', 'Services: Training', 'Location: Berlin, Germany', 'Languages: German', 'Budget: 9,000 EUR']
  ])('names services, places and languages in the portal’s language: %s', (lang, ...wanted) => {
    const comments = commentsOf({
      ...draft,
      texts: textsFor(lang),
      words: requestWords(draft.request, languageFor(lang))
    })
    for (const line of wanted) expect(comments).toContain(line)
  })

  it('goes to the agents in turn when the settings say so', () => {
    const turns = [0, 1, 2].map((turn) => assigneeOf({ mode: 'roundRobin', userIds: [5, 6] }, 1, turn))
    expect(turns).toEqual([5, 6, 5])
    expect(assigneeOf({ mode: 'fixed', userIds: [8] }, 1, 3)).toBe(8)
    expect(assigneeOf({ mode: 'reserver', userIds: [8] }, 1, 3)).toBe(1)
  })
})
