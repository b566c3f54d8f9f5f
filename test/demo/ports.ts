import { createServer } from 'node:net'
import { freePort } from '../support/free-port.ts'

/** The same addresses at every start, as long as nobody else has them. */
export async function preferPort(port: number): Promise<number> {
  return (await isFree(port)) ? port : freePort()
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
