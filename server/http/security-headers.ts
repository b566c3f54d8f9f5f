import helmet from 'helmet'
import type { Request, RequestHandler, Response } from 'express'
import type { Config } from '../config/config.ts'

/**
 * Headers of every answer. Framing is forbidden here; pages for a portal's frame name that portal's origin
 * by `allowFrame`. Styles are inline in the kit's components; scripts never are.
 */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policyFor("'none'") },
    frameguard: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false
  })
}

/** The same headers for answers that Express has no part in. */
export function headersOfAll({ publicUrl }: Pick<Config, 'publicUrl'>): Record<string, string> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => (headers[name] = value),
    removeHeader: (name: string) => delete headers[name]
  }
  securityHeaders(publicUrl.startsWith('https:'))({} as Request, response as unknown as Response, () => undefined)
  return headers
}

/** `X-Frame-Options` knows no origin, so that only CSP can allow one. */
export function allowFrame(response: Response, origin: string): void {
  const policy = Object.entries(policyFor(origin))
    .map(([directive, values]) => `${directive} ${values.join(' ')}`)
    .join('; ')
  response.set('content-security-policy', policy)
}

const policyFor = (ancestor: string): Record<string, string[]> => ({
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': [ancestor]
})
