import { readEnv } from './config/env.ts'
import { createLog, LOG_LEVELS } from './log.ts'
import { Supervisor } from './supervisor.ts'

// The child checks the environment and says what is wrong with it.
const { LOG_LEVEL = 'info' } = readEnv()
new Supervisor(createLog(LOG_LEVELS.includes(LOG_LEVEL) ? LOG_LEVEL : 'info')).start()
