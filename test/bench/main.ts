import { benchFeed } from './feed.ts'
import { benchIntake } from './intake.ts'
import { benchReservations } from './reservations.ts'
import { benchVitals } from './vitals.ts'

/** `npm run bench [feed|intake|reservations|vitals] [rows…]`: ratios against a baseline that runs beside it. */
const [which, ...sizes] = process.argv.slice(2)
const wants = (name: string) => which === undefined || which === name

if (wants('feed')) await benchFeed(sizes.length > 0 ? sizes.map(Number) : [10_000, 100_000])
if (wants('intake')) await benchIntake()
if (wants('reservations')) await benchReservations()
if (wants('vitals')) await benchVitals()
process.exit(0)
