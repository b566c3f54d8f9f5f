import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const present = files.filter((file) => existsSync(join(root, file)))
const documents = present.filter((file) => file.endsWith('.md'))

/** As GitHub makes them of headings. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchorsOf = (text: string): string[] => [...text.matchAll(/^#+\s+(.+)$/gm)].map((match) => anchorOf(match[1]!))

describe('the documents', () => {
  it.each(documents)('%s links to what is there', (file) => {
    const text = read(file).replace(/```[\s\S]*?```/g, '')
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!)
    const relative = targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    for (const target of relative) {
      const [path = '', anchor] = target.split('#')
      const linked = path === '' ? file : join(dirname(file), decodeURI(path))
      expect(existsSync(join(root, linked)), `${file} → ${target}`).toBe(true)
      if (anchor && linked.endsWith('.md')) expect(anchorsOf(read(linked)), `${file} → ${target}`).toContain(anchor)
    }
  })

  it('name no file in passing that is not there', () => {
    const roots = /^(client|server|shared|manifest|test|docs)\/[\w./-]+\.(ts|vue|md|json|js)$/
    for (const file of documents)
      for (const [, name] of read(file).matchAll(/`([^`\s]+)`/g))
        if (roots.test(name!)) expect(existsSync(join(root, name!)), `${file}: ${name}`).toBe(true)
  })
})

describe('the repository', () => {
  const texts = present.filter(
    (file) => statSync(join(root, file)).size < 2_000_000 && !/\.(png|jpe?g|ico|woff2?)$/.test(file)
  )
  /** Written so that these lines don't find themselves. */
  const FORBIDDEN: [string, RegExp][] = [
    ['a path of one machine', /(?:^|[\s"'`(=:])\/(?:work|root|home|Users)\/\w/m],
    ['the host of a package registry', new RegExp(['registry\\.(npmjs|yarnpkg)', 'npm\\.pkg\\.'].join('|'))],
    ['a lock entry that names its host', /"resolved": "https?:/]
  ]

  it.each(FORBIDDEN)('contains no %s', (_what, pattern) => {
    expect(texts.filter((file) => pattern.test(read(file)))).toEqual([])
  })

  it('keeps secrets, builds and data out', () => {
    expect(files.filter((file) => /(^|\/)(\.env|dist|data|node_modules|coverage)(\/|$)/.test(file))).toEqual([])
  })
})
