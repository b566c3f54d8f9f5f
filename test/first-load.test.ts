import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

const FOLDER = 'dist/client'
const MANIFEST = `${FOLDER}/.vite/manifest.json`
const BUDGET = 150 * 1024

/** What a chunk brings along before it runs: itself, its imports and the styles of all of them. */
function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): string[] {
  const chunk = manifest[name]
  if (!chunk || seen.has(name)) return []
  seen.add(name)
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((next) => filesOf(manifest, next, seen))]
}

const sizeOf = (file: string): number => {
  const compressed = `${FOLDER}/${file}.br`
  return statSync(existsSync(compressed) ? compressed : `${FOLDER}/${file}`).size
}
const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + sizeOf(file), 0)

/** Vitest's own NODE_ENV would put Vue's development build in. */
const build = () =>
  execFileSync('npx', ['vite', 'build'], { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production' } })

it('loads at most 150 KiB first, whatever the language', { timeout: 180_000 }, () => {
  if (!existsSync(MANIFEST)) build()
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry)
  if (!entry) throw new Error('the manifest names no entry')
  const shared = new Set(filesOf(manifest, entry))
  const languages = Object.keys(manifest).filter((name) => /^locales\/[\w-]+\.json\?first$/.test(name))
  const loads = languages
    .map((name) => ({ name, bytes: sum(new Set([...shared, ...filesOf(manifest, name)])) }))
    .sort((a, b) => b.bytes - a.bytes)
  const largest = loads[0] ?? { name: 'none', bytes: 0 }
  const english = loads.find(({ name }) => name.startsWith('locales/en.json'))?.bytes ?? 0
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
  console.log(
    `First load (Brotli): ${kib(english)} in English, ${kib(largest.bytes)} with ${largest.name}; budget ${kib(BUDGET)}`
  )
  expect(loads).toHaveLength(16)
  expect(loads.filter(({ bytes }) => bytes > BUDGET)).toEqual([])
})
