/**
 * A mail server on the loopback interface, which takes messages, refuses, delays or breaks off as a test says.
 */
import { NotifierSuite } from "@timbang/testkit/suites"
import { Effect, type Scope } from "effect"
import PostalMime from "postal-mime"
import { generate } from "selfsigned"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/** What the server does with the next message. */
export type Fault = NotifierSuite.Fault | { readonly recipient: string } | { readonly data: string }

export interface MailServer {
  readonly port: number
  readonly arrived: Effect.Effect<ReadonlyArray<NotifierSuite.Arrived>>
  /** Header lines of the newest message. */
  readonly headers: () => ReadonlyMap<string, string>
  readonly next: (fault: Fault) => Effect.Effect<void>
}

interface Hooks {
  /** Runs after a message was taken whole and before the server says so. */
  readonly onTaken?: (count: number) => void
  readonly answerAfterMillis?: number
}

export const start = (options: SMTPServerOptions = {}, hooks: Hooks = {}): Effect.Effect<MailServer, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<{ readonly server: SMTPServer; readonly made: MailServer }>((resume) => {
        const faults: Array<Fault> = []
        const arrived: Array<NotifierSuite.Arrived> = []
        let headers = new Map<string, string>()
        const server = new SMTPServer({
          disabledCommands: options.key === undefined ? ["AUTH", "STARTTLS"] : [],
          authOptional: options.onAuth === undefined,
          logger: false,
          disableReverseLookup: true,
          ...options,
          onRcptTo: (address, _, done) => {
            const fault = faults[0]
            const answer = fault === "refuse" ? `550 5.1.1 <${address.address}> tidak dikenal` : fault === "delay" ? `450 4.2.1 <${address.address}>: coba lagi nanti` : typeof fault === "object" && "recipient" in fault ? fault.recipient : undefined
            if (answer === undefined) return done()
            faults.shift()
            done(refusal(answer))
          },
          onData: (stream, session, done) => {
            const chunks: Array<Buffer> = []
            stream.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
              PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
                const fault = faults.shift()
                if (typeof fault === "object" && "data" in fault) return done(refusal(fault.data))
                headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
                arrived.push({
                  to: session.envelope.rcptTo.map(({ address }) => address).join(", "),
                  subject: mail.subject ?? "",
                  text: mail.text ?? "",
                  reference: mail.messageId ?? ""
                })
                hooks.onTaken?.(arrived.length)
                if (fault === "break") {
                  for (const { session: { id }, ...connection } of server.connections) if (id === session.id) connection._socket.destroy()
                  return
                }
                setTimeout(done, hooks.answerAfterMillis ?? 0)
              }, done)
            })
          }
        })
        server.on("error", () => undefined)
        const listener = server.listen(0, "127.0.0.1", () => {
          const address = listener.address()
          const made: MailServer = {
            port: typeof address === "object" && address !== null ? address.port : 0,
            arrived: Effect.sync(() => [...arrived]),
            headers: () => headers,
            next: (fault) => Effect.sync(() => { faults.push(fault) })
          }
          resume(Effect.succeed({ server, made }))
        })
      }),
      ({ server }) =>
        Effect.callback<void>((resume) => {
          for (const connection of server.connections) connection._socket.destroy()
          server.close(() => resume(Effect.void))
        })
    ),
    ({ made }) => made
  )

const refusal = (answer: string): Error => Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })

/** A certificate for the loopback interface that no public authority signed. */
export const certificate = (): Promise<{ readonly key: string; readonly cert: string }> =>
  generate([{ name: "commonName", value: "127.0.0.1" }], {
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }]
  }).then(({ cert, private: key }) => ({ key, cert }))
