import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OwnReservation } from '../../shared/contract/reservations.ts'
import { asApiError, type ApiError } from '../api/request.ts'
import { listReservations, type ReservationsCall } from '../api/reservations.ts'
import { useFormat } from './useFormat.ts'

const PAGE = 100

type Cell = string | number | null | undefined

/** What a spreadsheet of that language takes for a number, and for the border of two cells. */
export interface Dialect {
  separator: ',' | ';'
  decimal: '.' | ','
}

/** Where the comma is part of numbers, spreadsheets expect semicolons between cells. */
export function dialectOf(locale: string): Dialect {
  return (0.5).toLocaleString(locale, { numberingSystem: 'latn' }).includes(',')
    ? { separator: ';', decimal: ',' }
    : { separator: ',', decimal: '.' }
}

/** A leading sign of these would be run as a formula by a spreadsheet. */
const FORMULA = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/

function cellText(value: Cell, { decimal }: Dialect): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return String(value).replace('.', decimal)
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}

/** As spreadsheets of all languages read a time: `2026-11-22 14:05`, by the clock of the page. */
export function sheetTime(time: string | undefined): string {
  if (!time) return ''
  const at = new Date(time)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** Times are not quoted: some spreadsheets take a quoted one for text. */
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d$/

export function csvOf(rows: Cell[][], dialect: Dialect): string {
  const cell = (value: Cell) => (typeof value === 'string' && TIME.test(value) ? value : cellText(value, dialect))
  return rows.map((row) => row.map(cell).join(dialect.separator)).join('\r\n') + '\r\n'
}

/** Every reservation that the list would show, page by page. */
export async function allReservations(query: ReservationsCall): Promise<OwnReservation[]> {
  const all = new Map<string, OwnReservation>()
  let cursor: string | undefined
  do {
    const page = await listReservations({ ...query, limit: PAGE, ...(cursor ? { cursor } : {}) })
    for (const item of page.items) all.set(item.id, item)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return [...all.values()]
}

export function downloadCsv(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** The whole list as a file for a spreadsheet. */
export function useReservationExport() {
  const { t, locale } = useI18n()
  const { country } = useFormat()
  const isExporting = ref(false)
  const error = shallowRef<ApiError | null>(null)

  const head = (): string[] => [
    t('rating.request'),
    t('reservation.reserved'),
    t('reservation.outcome'),
    t('rating.closed'),
    t('reservation.company'),
    t('contact.title'),
    t('contact.phone'),
    t('contact.email'),
    t('reservation.summary'),
    t('settings.country'),
    t('fact.budget'),
    t('reservation.currency'),
    t('reservation.agent'),
    t('delivery.title'),
    t('reservation.inCrm'),
    t('crm.item')
  ]
  const row = ({ contact, crm, request, ...item }: OwnReservation): Cell[] => [
    item.number,
    sheetTime(item.reservedAt),
    t(`outcome.${item.review ?? item.outcome}`),
    sheetTime(item.closedAt),
    contact?.company,
    contact?.name,
    contact?.phone,
    contact?.email,
    request.summary,
    country(request.location.country),
    request.budget?.amount,
    request.budget?.currency,
    item.reservedBy.name,
    t(`delivery.${item.delivery.state}`),
    crm?.stageName,
    crm?.url
  ]

  async function exportAll(query: ReservationsCall): Promise<void> {
    if (isExporting.value) return
    isExporting.value = true
    error.value = null
    try {
      const rows = (await allReservations(query)).map(row)
      downloadCsv('reservations.csv', csvOf([head(), ...rows], dialectOf(locale.value)))
    } catch (cause) {
      error.value = asApiError(cause)
    } finally {
      isExporting.value = false
    }
  }

  return { isExporting, error, exportAll }
}
