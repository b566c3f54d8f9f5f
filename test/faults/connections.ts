import { Socket, type NetConnectOpts } from 'node:net'

/** Every connection that this process opens, ours and the emulator's: `host:port` as it was asked for. */
export class Connections {
  readonly seen = new Set<string>()
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its socket below
  readonly #original = Socket.prototype.connect

  start(): this {
    const { seen } = this
    const original = this.#original as (this: Socket, ...given: unknown[]) => Socket
    Socket.prototype.connect = function (this: Socket, ...given: unknown[]): Socket {
      const [first] = given as [NetConnectOpts | unknown[]]
      const options = (Array.isArray(first) ? first[0] : first) as { host?: string; port?: number; path?: string }
      if (options.path === undefined) seen.add(`${options.host ?? 'localhost'}:${options.port}`)
      return original.apply(this, given)
    }
    return this
  }

  stop(): void {
    Socket.prototype.connect = this.#original
  }

  /** What is not in the list of `host:port`. */
  outside(allowed: string[]): string[] {
    return [...this.seen].filter((target) => !allowed.includes(target))
  }
}
