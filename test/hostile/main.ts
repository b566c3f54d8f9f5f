import { attack } from './attack.ts'

/** `npx tsx test/hostile/main.ts [inputs] [seed]` */
const [inputs = '100000', seed = '1'] = process.argv.slice(2)
const { wronglyAccepted, failed, statuses, growth, slowest, isAlive } = await attack(Number(inputs), Number(seed))
console.table(statuses)
console.log(
  `${inputs} inputs, seed ${seed}: ${wronglyAccepted.length} wrongly accepted, ${failed.length} answered 5xx, memory after the first quarter: ${growth.used.toFixed(1)} MiB more in use, ${growth.resident.toFixed(1)} MiB more resident`
)
console.log(`slowest: ${slowest.ms.toFixed(0)} ms (${slowest.kind}); alive afterwards: ${isAlive}`)
for (const kind of new Set([...wronglyAccepted, ...failed])) console.log(`- ${kind}`)
process.exit(wronglyAccepted.length + failed.length > 0 || !isAlive ? 1 : 0)
