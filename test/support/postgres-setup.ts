import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'
import { namedServer } from './stores.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Administrator of the PostgreSQL server of this run. */
    postgresUrl: string
  }
}

/** One server a run: the named one, else our own. Throws when there is none: no test is skipped for want of it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const named = namedServer()
  if (named) {
    project.provide('postgresUrl', named)
    return undefined
  }
  const server = await startPostgres()
  process.env.TEST_POSTGRES_URL = server.url
  project.provide('postgresUrl', server.url)
  return async () => {
    delete process.env.TEST_POSTGRES_URL
    await server.stop()
  }
}
