import type { IncomingMessage, ServerResponse } from 'node:http'
import { framePages } from './frame/routes.ts'
import { listen, type Listener } from './http-listener.ts'
import type { EmulatedPortal } from './portal.ts'
import { RestServer } from './rest/rest-server.ts'

/** The portal's HTTP side. After a rename the old listener lives on and only redirects. */
export class PortalServer {
  readonly #portal: EmulatedPortal
  readonly #rest: RestServer
  readonly #pages: ReturnType<typeof framePages>
  readonly #listeners: Listener[] = []
  #host = '127.0.0.1'

  constructor(portal: EmulatedPortal) {
    this.#portal = portal
    this.#rest = new RestServer(portal)
    this.#pages = framePages(portal)
  }

  get domain(): string {
    return `${this.#host}:${this.#listeners.at(-1)?.port ?? 0}`
  }

  async listen(port = 0): Promise<void> {
    this.#listeners.push(await listen((request, response) => this.#handle(request, response), port))
  }

  async rename(options: { host?: string; port?: number }): Promise<void> {
    if (options.host) this.#host = options.host
    if (options.port !== undefined || !options.host) await this.listen(options.port)
  }

  async close(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.close()))
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
    request.url = path.replaceAll(/\/+/g, '/') + (query === undefined ? '' : `?${query}`)
    if (this.#isOldAddress(request)) {
      response.writeHead(302, { location: `${this.#portal.origin}${request.url}` }).end()
      return
    }
    if (!request.url.startsWith('/rest/')) {
      this.#pages(request, response)
      return
    }
    this.#rest.handle(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error))
    })
  }

  #isOldAddress(request: IncomingMessage): boolean {
    const host = request.headers.host ?? this.domain
    const isOldPort = request.socket.localPort !== this.#listeners.at(-1)?.port
    return isOldPort || host.split(':')[0] !== this.#host
  }
}
