import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Response } from 'express'
import { nearestLanguage } from '../../shared/languages.ts'
import { allowFrame } from './security-headers.ts'

/** `dist/client`, wherever the build put this file. */
export const clientFolder = findClientFolder()

function findClientFolder(): string {
  const here = fileURLToPath(import.meta.url)
  const built = here.lastIndexOf(join('dist', 'server'))
  const root = built === -1 ? join(here, '..', '..', '..') : here.slice(0, built)
  return join(root, 'dist', 'client')
}

interface Shell {
  html: string
  /** Files of texts by language. */
  texts: Map<string, string>
}
let shell: Shell | undefined

function readShell(): Shell {
  const read = (file: string) => readFileSync(join(clientFolder, file), 'utf8')
  const manifest = JSON.parse(read('.vite/manifest.json')) as Record<string, { file: string }>
  const texts = Object.entries(manifest).flatMap(([source, { file }]): [string, string][] => {
    const language = /^locales\/([\w-]+)\.json\?first$/.exec(source)?.[1]
    return language ? [[language, file]] : []
  })
  return { html: read('index.html'), texts: new Map(texts) }
}

/** The texts are fetched together with the scripts, not after them. */
function textsLink({ texts }: Shell, lang: string): string {
  const file = texts.get(nearestLanguage(lang, [...texts.keys()]))
  return file ? `<link rel="modulepreload" crossorigin href="/${file}">` : ''
}

interface Problem {
  code: string
  requestId: string | null
  /** Why the portal doesn't answer, when it said so: a code of `me.trouble`. */
  trouble: string | null
}

/** What the client needs to start without asking: see client/boot.ts. */
export interface Boot {
  page: 'install' | 'app' | 'placement'
  lang: string
  memberId: string
  domain: string
  serverEndpoint: string
  placement: { code: string; options: Record<string, unknown> }
  session: { token: string; expiresAt: string; me: unknown } | null
  feed: unknown
  lastEventId: string | null
  problem: Problem | null
}

/** Sends the client with its boot data for the frame of one portal. */
export function sendClient(response: Response, boot: Boot, portalOrigin: string, status = 200): void {
  shell ??= readShell()
  const data = JSON.stringify(boot).replaceAll('<', '\\u003c')
  const html = shell.html
    .replace('</head>', `${textsLink(shell, boot.lang)}</head>`)
    .replace('<!--boot-->', () => `<script type="application/json" id="boot">${data}</script>`)
  allowFrame(response, portalOrigin)
  response.status(status).set('cache-control', 'no-store').type('html').send(html)
}
