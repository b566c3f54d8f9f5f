import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const SOURCE = process.env.STARTER_REPO ?? 'https://github.com/bitrix24/templates-dashboard-vue'
const FOLDER = process.env.STARTER_FOLDER ?? join(tmpdir(), 'bitrix24-starter')
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
  '.png': 'image/png'
}

/** The vendor's own starter, fetched and built in a temporary folder; its deliberate pause of a second is taken out. */
export function buildStarter(): string {
  const dist = join(FOLDER, 'dist')
  if (existsSync(join(dist, 'index.html'))) return dist
  const run = (command: string, args: string[], cwd?: string) =>
    execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, NODE_ENV: undefined }, ...(cwd && { cwd }) })
  if (!existsSync(FOLDER)) run('git', ['clone', '--depth', '1', SOURCE, FOLDER])
  const app = join(FOLDER, 'src/App.vue')
  writeFileSync(app, readFileSync(app, 'utf8').replace(/^.*sleepAction\(1000\).*$/m, ''))
  run('npm', ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'], FOLDER)
  run('npx', ['vite', 'build'], FOLDER)
  return dist
}

/** Serves a build as ours is served: compressed by Brotli, files with a hash for ever, and the page also by POST. */
export async function serveStarter(dist: string): Promise<{ url: string; stop: () => void }> {
  const compressed = new Map<string, Buffer>()
  const server: Server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const asked = join(dist, path)
    const file = extname(path) !== '' && existsSync(asked) ? asked : join(dist, 'index.html')
    const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file))
    compressed.set(file, body)
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() }
}
