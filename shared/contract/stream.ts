/** Names of the server-sent events of `GET /api/stream`; the data is `{id}` and never contact data. */
export const STREAM_EVENTS = ['request.new', 'request.changed', 'reservation.changed', 'rating.changed'] as const
export type StreamEvent = (typeof STREAM_EVENTS)[number]
