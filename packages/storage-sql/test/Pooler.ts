/**
 * A pooler for machines without PgBouncer, as that one is in transaction mode: clients share a few connections of a real server,
 * and after each transaction a client gets another one, with whatever sessions of others left on it.
 */
import { connect, createServer, type Socket } from "node:net"

export interface Pooler {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** A message of the protocol; without a kind it is the first of a client. */
interface Message {
  readonly kind: string
  readonly bytes: Buffer
  readonly body: Buffer
}

/** A connection to the server, with what it takes to have its query cancelled. */
interface Link {
  readonly socket: Socket
  readonly key: Buffer
  /** Who has it; nobody between transactions. */
  client?: Client
}

interface Client {
  readonly socket: Socket
  readonly waiting: Array<Message>
  link?: Link
  /** Answers that the server still owes. */
  owed: number
  /** Parts of a query have come, and not yet its end. */
  isOpen: boolean
}

const message = (kind: string, ...parts: ReadonlyArray<Buffer | string>): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, body])
}

const number = (...values: ReadonlyArray<number>): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}

/** Cuts a stream of bytes into messages; `isFirst` says whether the next one has no kind. */
const reader = (onMessage: (message: Message) => void, isFirst: () => boolean) => {
  let chunks: Array<Buffer> = []
  let [size, wanted] = [0, 0]
  return (chunk: Buffer): void => {
    chunks.push(chunk)
    size += chunk.length
    // A message of many chunks is put together once.
    if (size < wanted) return
    let rest = Buffer.concat(chunks)
    const wait = (length: number): void => {
      wanted = length
      chunks = [rest]
      size = rest.length
    }
    for (;;) {
      const head = isFirst() ? 0 : 1
      if (rest.length < head + 4) return wait(head + 4)
      const length = head + rest.readUInt32BE(head)
      if (rest.length < length) return wait(length)
      const bytes = rest.subarray(0, length)
      rest = rest.subarray(length)
      onMessage({ kind: head === 0 ? "" : String.fromCharCode(bytes[0]!), bytes, body: bytes.subarray(head + 4) })
    }
  }
}

const codes = { ssl: 80_877_103, gss: 80_877_104, cancel: 80_877_102 }

/** A pooler before the server at a port, with so many connections to it. */
export const start = async (server: number, listenAt: number, size = 2): Promise<Pooler> => {
  const free: Array<Link> = []
  const links = new Set<Link>()
  const clients = new Map<number, Client>()
  const queue: Array<Client> = []
  const greeting: Array<Buffer> = []
  let [count, isOver] = [0, false]

  const open = (): Promise<Link> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: server, host: "127.0.0.1", noDelay: true })
      socket.once("error", reject)
      const startup = Buffer.concat([number(196_608), Buffer.from("user\0timbang\0database\0postgres\0\0")])
      socket.write(Buffer.concat([number(startup.length + 4), startup]))
      let link: Link | undefined
      socket.on("data", reader((one) => {
        if (link !== undefined) return answered(link, one)
        if (one.kind === "R" && one.body.readUInt32BE(0) === 3) socket.write(message("p", "timbang\0"))
        if (one.kind === "S" && greeting.length < 20) greeting.push(Buffer.from(one.bytes))
        if (one.kind === "E") reject(new Error(one.body.toString("utf8")))
        if (one.kind !== "K") return
        link = { socket, key: Buffer.from(one.body) }
        links.add(link)
        socket.off("error", reject).on("error", () => lost(link!)).on("close", () => lost(link!))
        // What follows is that it is ready.
        resolve(link)
      }, () => false))
    })

  const give = (link: Link): void => {
    const client = queue.shift()
    if (client === undefined) return void free.push(link)
    link.client = client
    client.link = link
    for (const one of client.waiting.splice(0)) send(client, one)
  }

  const send = (client: Client, { bytes, kind }: Message): void => {
    client.isOpen = !["Q", "S", "F"].includes(kind)
    if (!client.isOpen) client.owed++
    client.link!.socket.write(bytes)
  }

  const answered = (link: Link, { body, bytes, kind }: Message): void => {
    const { client } = link
    if (client === undefined) return
    client.socket.write(bytes)
    if (kind !== "Z") return
    client.owed--
    if (body.toString() !== "I" || client.owed > 0 || client.isOpen) return
    delete link.client
    delete client.link
    give(link)
  }

  /** A connection that ended, or whose client left in the middle of a transaction, makes room for another. */
  const lost = (link: Link): void => {
    if (!links.delete(link)) return
    link.socket.destroy()
    link.client?.socket.destroy()
    const at = free.indexOf(link)
    if (at >= 0) free.splice(at, 1)
    if (!isOver) void open().then(give, () => undefined)
  }

  const cancel = (body: Buffer): void => {
    const link = clients.get(body.readUInt32BE(4))?.link
    if (link === undefined) return
    const socket = connect(server, "127.0.0.1", () => socket.end(Buffer.concat([number(12 + link.key.length - 4, codes.cancel), link.key])))
    socket.on("error", () => undefined)
  }

  const listener = createServer({ noDelay: true }, (socket) => {
    const client: Client = { socket, waiting: [], owed: 0, isOpen: false }
    const id = ++count
    let isGreeted = false
    const leave = (): void => {
      clients.delete(id)
      const at = queue.indexOf(client)
      if (at >= 0) queue.splice(at, 1)
      if (client.link !== undefined) lost(client.link)
    }
    socket.on("error", () => socket.destroy()).on("close", leave)
    socket.on("data", reader((one) => {
      if (!isGreeted) {
        const code = one.body.readUInt32BE(0)
        if (code === codes.ssl || code === codes.gss) return void socket.write("N")
        if (code === codes.cancel) {
          cancel(one.body)
          return void socket.end()
        }
        isGreeted = true
        clients.set(id, client)
        return void socket.write(Buffer.concat([message("R", number(0)), ...greeting, message("K", number(id, id)), message("Z", "I")]))
      }
      if (one.kind === "X") return void socket.end()
      const kept = { ...one, bytes: Buffer.from(one.bytes) }
      if (client.link !== undefined) return send(client, kept)
      client.waiting.push(kept)
      if (!queue.includes(client)) queue.push(client)
      const link = free.shift()
      if (link !== undefined) give(link)
    }, () => !isGreeted))
  })

  for (const link of await Promise.all(Array.from({ length: size }, open))) give(link)
  await new Promise<void>((resolve) => listener.listen(listenAt, "127.0.0.1", resolve))
  return {
    port: listenAt,
    stop: () => {
      isOver = true
      for (const { socket } of [...clients.values(), ...links]) socket.destroy()
      return new Promise((resolve) => void listener.close(() => resolve()))
    }
  }
}
