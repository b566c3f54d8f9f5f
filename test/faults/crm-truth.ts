import { expect } from 'vitest'
import type { EmulatedPortal } from '../portal/bitrix24.ts'
import { eventually } from '../support/wait.ts'
import type { DeliveryCall } from './calls.ts'

const LEAD = 1
const DEAL = 2
const CONTACT = 3
const COMPANY = 4

/** The portal's own truth about one reservation: one item of each kind, with the client's data in it. */
export function expectOneOfEach(portal: EmulatedPortal, reservation: any, pushed: any, name: string): void {
  const of = (entityTypeId: number) => portal.crm.list(entityTypeId).filter((item) => item.originId === reservation.id)
  const isSimple = portal.crm.mode === 'simple'
  const counts = { leads: of(LEAD).length, deals: of(DEAL).length, contacts: of(CONTACT).length }
  const expected = isSimple ? { leads: 0, deals: 1, contacts: 1 } : { leads: 1, deals: 0, contacts: 0 }
  expect({ cell: name, ...counts, companies: of(COMPANY).length }).toEqual({
    ...{ cell: name, ...expected },
    companies: isSimple ? 1 : 0
  })

  const main = of(isSimple ? DEAL : LEAD)[0]!
  const { contact } = pushed
  expect(main, name).toMatchObject({
    originatorId: 'IMPLEMENTATION_REQUESTS',
    title: `${reservation.number} · ${pushed.summary}`,
    ...{ assignedById: 2, UF_CRM_IR_NUMBER: reservation.number, stageSemanticId: 'P' },
    ...{ opportunity: pushed.budget.amount, currencyId: pushed.budget.currency }
  })
  expect(main.comments, name).toContain(pushed.description)
  expect(reservation.crm, name).toMatchObject({ entityTypeId: main.entityTypeId, id: main.id })

  const person = isSimple ? of(CONTACT)[0]! : main
  expect(
    person.fm.map(({ typeId, value }) => `${typeId} ${value}`),
    name
  ).toEqual([`PHONE ${contact.phone}`, `EMAIL ${contact.email}`])
  expect(`${String(person.name)} ${String(person.lastName)}`, name).toBe(contact.name)
  if (isSimple) {
    const company = of(COMPANY)[0]!
    expect(company.title, name).toBe(contact.company)
    expect(main, name).toMatchObject({ contactIds: [person.id], companyId: company.id })
  } else expect(main.companyTitle, name).toBe(contact.company)
  expectTask(portal, main, reservation, name)
}

/** A task that the portal refused is not there, and the history says so. */
function expectTask(
  portal: EmulatedPortal,
  owner: { entityTypeId: number; id: number },
  reservation: any,
  name: string
): void {
  const activities = portal.crm.activities.of(owner.entityTypeId, owner.id)
  const tasks = activities.filter(({ badgeCode }) => badgeCode === null)
  const isRefused = reservation.history.some(({ kind }: any) => kind === 'task_refused')
  if (isRefused) expect(tasks.length, name).toBeLessThanOrEqual(1)
  else expect(tasks, name).toHaveLength(1)
  expect(activities.length - tasks.length, `${name}: badges`).toBeLessThanOrEqual(1)
  for (const task of tasks) expect(task, name).toMatchObject({ subject: `First contact: ${reservation.number}` })
}

/**
 * The trigger is fired once at most, and only its own trouble keeps it from it. A notice gets through what passes; one
 * that is repeated replaces the one before.
 */
export async function expectTold(
  portal: EmulatedPortal,
  { crm, number }: any,
  call: DeliveryCall,
  passes: boolean,
  name: string
): Promise<void> {
  const triggers = () => portal.triggerRuns.filter((run) => run.entityTypeId === crm.entityTypeId && run.id === crm.id)
  if (call.kind === 'trigger') expect(triggers().length, name).toBeLessThanOrEqual(1)
  else await eventually(`${name}: the trigger`, () => triggers().length === 1)
  if (!call.refused) return
  const notices = () => portal.notifications.of(2).filter(({ message }) => message.includes(number))
  if (passes) await eventually(`${name}: the notice`, () => notices().length > 0)
  expect(notices().length, name).toBeLessThanOrEqual(1)
}
