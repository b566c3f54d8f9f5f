import type { OwnReservation } from '../../shared/contract/reservations.ts'

/** A leading `=`, `+`, `-` or `@` would be run as a formula by a spreadsheet. */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '')
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

export function reservationsCsv(items: OwnReservation[]): string {
  const rows = items.map(({ contact, crm, request, ...item }) => [
    item.number,
    item.reservedAt,
    item.outcome,
    item.closedAt,
    contact?.company,
    contact?.name,
    contact?.phone,
    contact?.email,
    request.summary,
    request.location.country,
    request.budget?.amount,
    request.budget?.currency,
    item.reservedBy.name,
    item.delivery.state,
    crm?.stageName,
    crm?.url
  ])
  const head =
    'number,reservedAt,outcome,closedAt,company,contact,phone,email,summary,country,budget,currency,agent,delivery,stage,crm'
  return [head, ...rows.map((row) => row.map(cell).join(','))].join('\r\n')
}

export function downloadCsv(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
