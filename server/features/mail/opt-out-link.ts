import { z } from 'zod'
import type { AppContext } from '../../context.ts'
import { seal, unsealAny } from '../../vault/seal.ts'

const CONTEXT = 'mail-opt-out'
const content = z.tuple([z.string(), z.string()])

export interface OptOut {
  partnerCode: string
  email: string
}

/** Nobody can make such a link for another address, or read an address out of one. */
export function optOutLink(ctx: AppContext, { partnerCode, email }: OptOut): string {
  const token = seal(ctx.keys.of('link'), JSON.stringify([partnerCode, email]), CONTEXT)
  return `${ctx.config.publicUrl}/mail/unsubscribe/${token}`
}

export function readOptOut(ctx: AppContext, token: string): OptOut | null {
  try {
    const [partnerCode, email] = content.parse(JSON.parse(unsealAny(ctx.keys.all('link'), token, CONTEXT).toString()))
    return { partnerCode, email }
  } catch {
    return null
  }
}
