/** Words of the notices in a portal's messenger. None of them may name a client. */
export interface NoticeTexts {
  requestNew: (request: { number: string; country: string; services: string }) => string
  digest: (counts: { total: number; locked: number }) => string
  withdrawn: (number: string) => string
  erased: (number: string) => string
  deliveryRefused: (number: string) => string
  test: string
  open: string
}
