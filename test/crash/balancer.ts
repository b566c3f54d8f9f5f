import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** Hands connections to server processes in turn, as a proxy does; one that refuses is passed over. */
export class Balancer {
  readonly #ports: number[]
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #turn = 0

  private constructor(ports: number[]) {
    this.#ports = ports
    this.#server = createServer((client) => {
      this.#keep(client)
      this.#forward(client, this.#ports.length)
    })
  }

  static async listen(port: number, ports: number[]): Promise<Balancer> {
    const balancer = new Balancer(ports)
    await new Promise<void>((resolve) => balancer.#server.listen(port, '127.0.0.1', resolve))
    return balancer
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #forward(client: Socket, tries: number): void {
    if (tries === 0) {
      client.destroy()
      return
    }
    const upstream = connect(this.#ports[this.#turn++ % this.#ports.length]!, '127.0.0.1')
    const passOver = () => this.#forward(client, tries - 1)
    upstream.once('error', passOver)
    upstream.once('connect', () => {
      upstream.off('error', passOver)
      this.#keep(upstream)
      client.pipe(upstream).pipe(client)
      client.once('close', () => upstream.destroy())
      upstream.once('close', () => client.destroy())
    })
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy()).once('close', () => this.#sockets.delete(socket))
  }
}
