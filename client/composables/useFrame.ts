import type { B24Frame } from '@bitrix24/b24jssdk'
import { boot } from '../boot.ts'
import { openSession } from '../api/session.ts'
import type { Session } from '../boot.ts'

const PATIENCE_MS = 12_000
const MIN_HEIGHT = 640

/** A module variable, not a ref: a proxy breaks the SDK's private fields. */
let started: Promise<B24Frame> | null = null

export class FrameError extends Error {}

export const isFramed = (): boolean => window.parent !== window && window.name.split('|').length === 3

export function frame(): Promise<B24Frame> {
  started ??= start().catch((cause: unknown) => {
    started = null
    throw cause
  })
  return started
}

async function start(): Promise<B24Frame> {
  if (!isFramed()) throw new FrameError('not inside a portal')
  const sdk = await import('@bitrix24/b24jssdk')
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FrameError('the portal does not answer')), PATIENCE_MS)
  })
  return Promise.race([sdk.initializeB24Frame(), late]).finally(() => clearTimeout(timer))
}

/** Opens a session of our own with the token of the person who opened the frame. */
export async function openFrameSession(): Promise<Session> {
  const { auth } = await frame()
  const open = async (fresh: boolean) => {
    const given = fresh ? await auth.refreshAuth() : auth.getAuthData() || (await auth.refreshAuth())
    if (!given) throw new FrameError('the portal gave no token')
    return openSession({
      memberId: given.member_id || boot.memberId,
      domain: given.domain ? given.domain.replace(/^https?:\/\//, '') : boot.domain,
      accessToken: given.access_token,
      serverEndpoint: boot.serverEndpoint,
      lang: boot.lang
    })
  }
  try {
    return await open(false)
  } catch (cause) {
    if (cause instanceof FrameError) throw cause
    return open(true)
  }
}

const quietly = (act: (b24: B24Frame) => unknown): void => {
  if (!isFramed()) return
  frame()
    .then(act)
    .catch(() => undefined)
}

export const setFrameTitle = (title: string): void => quietly((b24) => b24.parent.setTitle(title))

/** The frame's own document came by a POST with a token that is old by now: the portal makes a new one. */
export async function reloadPortalPage(): Promise<void> {
  if (isFramed()) await (await frame()).parent.reloadWindow()
  else window.location.reload()
}

/** The SDK's own fitWindow never lets the frame shrink: it measures the frame, not the content. */
export function keepFitted(content: HTMLElement): void {
  if (!isFramed()) return
  let last = 0
  const fit = () => {
    const height = Math.max(MIN_HEIGHT, Math.ceil(content.getBoundingClientRect().height))
    if (height === last) return
    last = height
    quietly((b24) => b24.parent.message.send('resizeWindow', { width: '100%', height, isSafely: true }))
  }
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(content)
}

/** A CRM item in the portal's own slider; a plain tab where there is none. */
export async function openInPortal(url: string): Promise<void> {
  if (!isFramed()) {
    window.open(url, '_blank', 'noopener')
    return
  }
  const b24 = await frame()
  await b24.slider.openPath(new URL(url, window.location.href))
}

export async function finishInFrame(): Promise<void> {
  const b24 = await frame()
  if (b24.isInstallMode) await b24.installFinish()
}
