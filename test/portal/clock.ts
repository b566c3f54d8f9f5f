export type Clock = () => number

/** `2024-07-18T14:00:14+02:00`: how Bitrix24 writes a moment, in the server's zone. */
export function isoInZone(time: number, timeZone: string): string {
  const whole = Math.floor(time / 1000) * 1000
  const offset = offsetMinutes(whole, timeZone)
  const local = new Date(whole + offset * 60_000).toISOString().slice(0, 19)
  const sign = offset < 0 ? '-' : '+'
  const absolute = Math.abs(offset)
  return `${local}${sign}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`
}

function offsetMinutes(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(time)
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return Math.round((local - time) / 60_000)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
