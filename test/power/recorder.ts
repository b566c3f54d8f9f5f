import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('recorder.c', import.meta.url))

/** Compiles the recorder into the folder; answers the library. Throws when this machine can't. */
export function compileRecorder(folder: string): string {
  if (process.platform !== 'linux') throw new Error('Power cuts are recorded by LD_PRELOAD, which only Linux has.')
  const library = join(folder, 'recorder.so')
  const options = ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread']
  try {
    execFileSync('cc', options, { stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer }
    if (code === 'ENOENT')
      throw new Error('No C compiler: power cuts need `cc` (Debian: the packages gcc and libc6-dev).')
    throw new Error(`The recorder could not be compiled:\n${stderr?.toString() ?? String(error)}`)
  }
  return library
}
