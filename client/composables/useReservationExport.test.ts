import { expect, it } from 'vitest'
import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { reservationsCsv } from './useReservationExport.ts'

const reservation = (company: string) =>
  ({
    number: 'R-000001',
    reservedAt: '2026-11-22T10:00:00Z',
    outcome: 'open',
    contact: { name: 'Ada', company, phone: '+49 30 1' },
    crm: null,
    request: { summary: 'CRM, telephony', location: { country: 'DE' } },
    reservedBy: { id: 1, name: 'Emre' },
    delivery: { state: 'pending', attempts: 0 }
  }) as unknown as OwnReservation

it('quotes what a spreadsheet would take apart', () => {
  expect(reservationsCsv([reservation('Say "hi" GmbH')])).toContain('"Say ""hi"" GmbH","Ada"')
})

it('keeps a spreadsheet from running a cell as a formula', () => {
  const text = reservationsCsv([reservation('=HYPERLINK("evil")')])
  expect(text).toContain(`"'=HYPERLINK(""evil"")"`)
  expect(text).toContain(`"'+49 30 1"`)
})
