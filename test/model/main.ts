import { parseArgs } from 'node:util'
import { playHistories } from './play.ts'
import { Stage } from './stage.ts'

/** `tsx test/model/main.ts [--seconds 3600] [--seed 1] [--path 57]`: the long run. A failure tells its seed and path. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '600' }, seed: { type: 'string' }, path: { type: 'string' } }
})
const world = await Stage.world()
try {
  const histories = await playHistories(world, {
    seconds: Number(values.seconds),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    ...(values.path === undefined ? {} : { path: values.path })
  })
  console.log(`${histories} histories, 0 violations`)
} finally {
  await world.stop()
}
