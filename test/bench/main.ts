import { benchFeed } from './feed.ts'
import { benchIntake } from './intake.ts'
import { benchReservations } from './reservations.ts'

/** `npm run bench [feed|intake|reservations] [rows…]`: ratios against a bare baseline that runs in the same process. */
const [which, ...sizes] = process.argv.slice(2)
const wants = (name: string) => which === undefined || which === name

if (wants('feed')) await benchFeed(sizes.length > 0 ? sizes.map(Number) : [10_000, 100_000])
if (wants('intake')) await benchIntake()
if (wants('reservations')) await benchReservations()
process.exit(0)
