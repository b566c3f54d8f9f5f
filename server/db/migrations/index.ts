import type { Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'
import { portals } from './001-portals.ts'
import { partners } from './002-partners.ts'
import { requests } from './003-requests.ts'
import { reservations } from './004-reservations.ts'
import { messages } from './005-messages.ts'
import { intake } from './006-intake.ts'
import { staffConsole } from './007-console.ts'
import { savedFilters } from './008-saved-filters.ts'
import { news } from './009-news.ts'
import { people } from './010-people.ts'
import { portalLimits } from './011-portal-limits.ts'
import { clientMarks } from './012-client-marks.ts'
import { failures } from './013-failures.ts'
import { webhookSubjects } from './014-webhook-subjects.ts'
import { deferredPushes } from './015-deferred-pushes.ts'
import { untakenRequests } from './016-untaken-requests.ts'

export interface Shape {
  engine: Engine
  /** Type of a column that counts up by itself. */
  serial: 'integer' | 'bigserial'
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a migration sees the shape of its own time, no present type
export type Schema = Kysely<any>
export type Migrate = (schema: Schema, shape: Shape) => Promise<void>

/** In order; a list instead of a folder read, so that it survives any build. */
export const migrations: Record<string, Migrate> = {
  '001-portals': portals,
  '002-partners': partners,
  '003-requests': requests,
  '004-reservations': reservations,
  '005-messages': messages,
  '006-intake': intake,
  '007-console': staffConsole,
  '008-saved-filters': savedFilters,
  '009-news': news,
  '010-people': people,
  '011-portal-limits': portalLimits,
  '012-client-marks': clientMarks,
  '013-failures': failures,
  '014-webhook-subjects': webhookSubjects,
  '015-deferred-pushes': deferredPushes,
  '016-untaken-requests': untakenRequests
}
