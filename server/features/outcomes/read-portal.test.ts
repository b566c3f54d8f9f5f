import { describe, expect, it } from 'vitest'
import { CRM_DEAL, CRM_LEAD } from '../../../shared/codes.ts'
import { PortalError } from '../../bitrix24/errors.ts'
import type { Command, CommandResult } from '../../bitrix24/portal-client.ts'
import { DEFAULT_POLICY as policy } from '../../config/policy.ts'
import { PortalReader } from './read-portal.ts'
import type { Followed, ReservationRow } from './repository.ts'
import { StageNames } from './stage-names.ts'

const now = new Date('2030-06-01T12:00:00.000Z')
const followed = (id: string, entityTypeId: number, entityId: number, steps = '{}'): Followed => ({
  row: {
    id,
    memberId: 'm1',
    outcome: 'open',
    reservedAt: '2030-05-01T00:00:00.000Z',
    deletedAt: null
  } as ReservationRow,
  items: [{ entityTypeId, entityId }],
  steps
})
const ok = (result: unknown, next: number | null = null): CommandResult => ({ ok: true, result, next })
const no = (kind: 'refused' | 'ambiguous', code: string): CommandResult => ({
  ok: false,
  error: new PortalError(kind, code, 'no')
})
const item = (id: number, stageId: string, stageSemanticId: string | null) => ({ id, stageId, stageSemanticId })

/** Answers by the name of the command, or by name and start of the page. */
function portal(answers: Record<string, CommandResult | Error>) {
  const sent: Record<string, Command>[] = []
  const client = {
    memberId: 'm1',
    batch: (commands: Record<string, Command>) => {
      sent.push(commands)
      const results: Record<string, CommandResult> = {}
      for (const [name, { params }] of Object.entries(commands)) {
        const answer = answers[`${name}@${String(params.start)}`] ?? answers[name] ?? ok([])
        if (answer instanceof Error) return Promise.reject(answer)
        results[name] = answer
      }
      return Promise.resolve(results)
    }
  }
  return { sent, reader: new PortalReader(client, new StageNames(), policy, now) }
}

describe('reading a portal', () => {
  it('takes one batch for items in progress, and one for the names of their stages', async () => {
    const { reader, sent } = portal({
      lead_1: ok({ item: item(1, 'NEW', 'P') }),
      lead_2: ok({ item: item(2, 'NEW', 'P') }),
      stages_STATUS: ok([{ STATUS_ID: 'NEW', NAME: 'Neu', SEMANTICS: null }])
    })
    const readings = await reader.read([followed('a', CRM_LEAD, 1), followed('b', CRM_LEAD, 2)])
    expect(readings.map((reading) => reading.standing.kind)).toEqual(['open', 'open'])
    expect(sent.map((batch) => Object.keys(batch))).toEqual([['lead_1', 'lead_2'], ['stages_STATUS']])
  })

  it('follows a converted lead to all pages of its deals', async () => {
    const { reader } = portal({
      lead_1: ok({ item: item(1, 'CONVERTED', 'S') }),
      'deals_1@0': ok({ items: [item(7, 'LOSE', 'F')] }, 50),
      'deals_1@50': ok({ items: [item(8, 'NEW', 'P')] })
    })
    const [reading] = await reader.read([followed('a', CRM_LEAD, 1)])
    expect(reading).toMatchObject({ standing: { kind: 'open', item: { entityTypeId: CRM_DEAL, id: 8 } } })
  })

  it('follows a lead that the portal hides after its conversion', async () => {
    for (const code of ['NOT_FOUND', 'ACCESS_DENIED']) {
      const { reader } = portal({ lead_1: no('refused', code), deals_1: ok({ items: [item(7, 'LOSE', 'F')] }) })
      const [reading] = await reader.read([followed('a', CRM_LEAD, 1)])
      expect(reading).toMatchObject({ standing: { kind: 'lost', item: { id: 7 } } })
      expect(reader.error).toBeUndefined()
    }
  })

  it('asks the stage when an item does not tell its semantics', async () => {
    const { reader } = portal({
      deal_3: ok({ item: { ...item(3, 'C10:LOSE', null), categoryId: 10 } }),
      stages_DEAL_STAGE_10: ok([{ STATUS_ID: 'C10:LOSE', NAME: 'Lost', SEMANTICS: 'F' }])
    })
    const [reading] = await reader.read([followed('a', CRM_DEAL, 3)])
    expect(reading!.standing.kind).toBe('lost')
  })

  it('keeps trouble with one item to that item, and remembers it', async () => {
    const { reader } = portal({ lead_1: no('ambiguous', 'MISSING'), lead_2: ok({ item: item(2, 'JUNK', 'F') }) })
    const readings = await reader.read([followed('a', CRM_LEAD, 1), followed('b', CRM_LEAD, 2)])
    expect(readings.map((reading) => reading.standing.kind)).toEqual(['unknown', 'lost'])
    expect(reader.error).toMatchObject({ code: 'MISSING' })
  })

  it('knows nothing of items when the batch fails, and nothing is taken for deleted', async () => {
    const { reader } = portal({ lead_1: new PortalError('throttled', 'QUERY_LIMIT_EXCEEDED', 'later') })
    const [reading] = await reader.read([followed('a', CRM_LEAD, 1)])
    expect(reading!.standing.kind).toBe('unknown')
    expect(reader.error).toMatchObject({ kind: 'throttled' })
  })

  it('looks for activity where a win has to be judged, and leaves out what the app did', async () => {
    const won = { lead_1: ok({ item: item(1, 'CONVERTED', 'S') }), deals_1: ok({ items: [item(7, 'WON', 'S')] }) }
    const moved = ok({ items: [{ TYPE_ID: 1 }, { TYPE_ID: 3 }] })
    const read = async (more: Record<string, CommandResult>) => {
      const { reader } = portal({ ...won, ...more })
      const [reading] = await reader.read([followed('a', CRM_LEAD, 1, '{"lead":{"id":9},"task":{"id":123}}')])
      return reading!.activity
    }
    expect(await read({ activities_lead_1: ok([{ ID: '123' }]), moves_deal_7: moved })).toBe('none')
    expect(await read({ activities_lead_1: ok([{ ID: '123' }, { ID: '9' }]) })).toBe('some')
    expect(await read({ moves_lead_1: moved, moves_deal_7: moved })).toBe('some')
    expect(await read({ activities_deal_7: no('ambiguous', 'MISSING') })).toBe('unread')
    expect(await read({ activities_deal_7: no('refused', 'ACCESS_DENIED') })).toBe('none')
  })
})
