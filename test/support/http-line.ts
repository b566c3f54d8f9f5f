import { connect, type Socket } from 'node:net'

/** A keep-alive connection that sends bytes as they are, one call at a time, and reads no more than the status. */
export class HttpLine {
  readonly #address: { host: string; port: number }
  #socket: Socket
  #received = ''
  #done: ((status: number) => void) | undefined

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.#address = { host: hostname, port: Number(port) }
    this.#socket = this.#open()
  }

  /** 0 when the server hung up without an answer. */
  send(...pieces: Buffer[]): Promise<number> {
    if (this.#socket.destroyed || !this.#socket.writable) this.#socket = this.#open()
    this.#received = ''
    return new Promise((resolve) => {
      this.#done = resolve
      for (const piece of pieces) this.#socket.write(piece)
    })
  }

  end(): void {
    this.#socket.destroy()
  }

  #open(): Socket {
    const socket = connect({ ...this.#address, noDelay: true })
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => socket === this.#socket && this.#take(String(chunk)))
    socket.on('close', () => socket === this.#socket && this.#settle(0))
    socket.on('error', () => undefined)
    return socket
  }

  #take(chunk: string): void {
    this.#received += chunk
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.slice(0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.#received.length < end + 4 + length) return
    if (/connection: close/i.test(head)) this.#socket.destroy()
    this.#settle(Number(head.slice(9, 12)))
  }

  #settle(status: number): void {
    const done = this.#done
    this.#done = undefined
    this.#received = ''
    done?.(status)
  }
}
