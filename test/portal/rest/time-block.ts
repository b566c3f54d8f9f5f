import { isoInZone } from '../clock.ts'

export interface TimeBlock {
  start: number
  finish: number
  duration: number
  processing: number
  date_start: string
  date_finish: string
  operating_reset_at?: number
  operating?: number
}

export function timeBlock(
  start: number,
  finish: number,
  timeZone: string,
  operating?: { operating: number; resetAt: number }
): TimeBlock {
  const duration = Math.max(finish - start, 1) / 1000
  return {
    start: start / 1000,
    finish: finish / 1000,
    duration,
    processing: duration,
    date_start: isoInZone(start, timeZone),
    date_finish: isoInZone(finish, timeZone),
    ...(operating ? { operating_reset_at: operating.resetAt, operating: operating.operating } : {})
  }
}
