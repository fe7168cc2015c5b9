/**
 * Messages by e-mail, over SMTP: one connection for each message, and the answer of the server as an error of the port.
 *
 * @since 0.1.0
 */
import { Notifier } from "@timbang/workflows/ports"
import { Clock, Effect, Layer, Redacted } from "effect"
import { createHash } from "node:crypto"
import { createTransport } from "nodemailer"

// --- models ---

/**
 * The mail server, and in whose name messages are sent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly host: string
  readonly port: number
  /**
   * - `starttls`: in the clear up to STARTTLS, which the server must offer. Usually port 587.
   * - `tls`: encrypted from the first byte. Usually port 465.
   * - `none`: never encrypted; only for a server on the same machine, other hosts are refused.
   */
  readonly security: "starttls" | "tls" | "none"
  /** Certificate authority of a server whose certificate is the organisation's own. PEM. */
  readonly authority?: string
  readonly login?: { readonly user: string; readonly password: Redacted.Redacted }
  /** Sender: name and address of the office. */
  readonly from: { readonly name: string; readonly address: string }
  /** Longest silence of the server before a message counts as delayed. Unit: milliseconds. Default: 30,000. */
  readonly silenceMillis?: number
}

// --- operations ---

/**
 * The Message-ID of a message: the same for the same key, at every attempt and after every restart.
 *
 * **Details**
 *
 * SHA-256 of the key, so that any key fits and none shows whom a message is about.
 *
 * **Example** (Twice the same)
 *
 * ```ts
 * import { NotifyEmail } from "@timbang/notify-email"
 * const id = NotifyEmail.messageId("result/26-1", "seleksi.kota.example")
 * id === NotifyEmail.messageId("result/26-1", "seleksi.kota.example") // => true
 * id.endsWith("@seleksi.kota.example>") // => true
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const messageId = (key: string, domain: string): string =>
  `<${createHash("sha256").update(key).digest("base64url")}@${domain}>`

// --- layers ---

/**
 * A channel named `email`.
 *
 * **Details**
 *
 * A server that refuses the recipient or the message with 5xx gives `MessageRefused`; everything else that goes wrong, wrong
 * credentials and certificates among it, gives `MessageDelayed`, since the message is not at fault. What the server says is not
 * repeated, only its codes: servers like to quote the address.
 *
 * **Example** (Nobody listens)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { NotifyEmail } from "@timbang/notify-email"
 * import { Notifier } from "@timbang/workflows/ports"
 * const from = { name: "BKPSDM Kota Contoh", address: "seleksi@kota.example" }
 * const layer = NotifyEmail.layer({ host: "127.0.0.1", port: 1, security: "none", from })
 * const message = { key: "result/26-1", to: "peserta@kota.example", subject: "Hasil", text: "P/L", language: "id" }
 * const program = Effect.flatMap(Notifier.Notifier, ({ deliver }) => Effect.flip(deliver(message)))
 * const error = await Effect.runPromise(Effect.provide(program, layer))
 * [error._tag, error.because] // => ["MessageDelayed", "ESOCKET"]
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layer = (options: Options): Layer.Layer<Notifier.Notifier> =>
  Layer.sync(Notifier.Notifier, () => {
    const { authority, from, host, login, port, security, silenceMillis = 30_000 } = options
    const domain = from.address.slice(from.address.lastIndexOf("@") + 1)
    const transport = createTransport({
      host,
      port,
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      connectionTimeout: silenceMillis,
      greetingTimeout: silenceMillis,
      socketTimeout: silenceMillis,
      dnsTimeout: silenceMillis,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...login === undefined ? {} : { auth: { user: login.user, pass: Redacted.value(login.password) } },
      ...authority === undefined ? {} : { tls: { ca: [authority] } }
    })

    return Notifier.Notifier.of({
      channel: "email",
      deliver: Effect.fnUntraced(function*({ key, language, subject, text, to }: Notifier.Message) {
        if (security === "none" && !isLoopback(host)) {
          return yield* new Notifier.MessageDelayed({ key, because: "a server elsewhere is written to over TLS only; set security" })
        }
        if (!isAddress(to)) return yield* new Notifier.MessageRefused({ key, because: "what is kept as the address is not one e-mail address" })
        if (/[\r\n]/.test(subject)) return yield* new Notifier.MessageRefused({ key, because: "the subject is not one line" })
        const reference = messageId(key, domain)
        yield* Effect.tryPromise({
          try: (signal) =>
            transport.sendMail({
              signal,
              messageId: reference,
              from,
              to: { name: "", address: to },
              envelope: { from: from.address, to: [to] },
              subject,
              text,
              textEncoding: "quoted-printable",
              headers: { "Auto-Submitted": "auto-generated", "Content-Language": language }
            }),
          catch: (cause) => errorOf(key, cause)
        })
        return { reference, at: yield* Clock.currentTimeMillis }
      })
    })
  })

/** One mailbox, without a name, a list or a line of its own beside it. */
const isAddress = (text: string): boolean => text.length <= 254 && /^[^\s@,;:<>()[\]\\"\p{Cc}]+@[^\s@,;:<>()[\]\\"\p{Cc}]+$/u.test(text)

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host)

const errorOf = (key: string, cause: unknown): Notifier.MessageRefused | Notifier.MessageDelayed => {
  const { code, response, responseCode } = factsOf(cause)
  if (responseCode === undefined) return new Notifier.MessageDelayed({ key, because: code })
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0]
  const because = [code, String(responseCode), ...status === undefined ? [] : [status]].join(" ")
  // A 5xx of the login or of the greeting is about us: the same message is good when that is put right.
  if (responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE")) return new Notifier.MessageRefused({ key, because })
  const wait = waitOf(response)
  return new Notifier.MessageDelayed({ key, because, ...wait === undefined ? {} : { retryAfterMillis: wait } })
}

const factsOf = (cause: unknown): { readonly code: string; readonly response: string; readonly responseCode: number | undefined } => {
  const given = typeof cause === "object" && cause !== null ? cause : {}
  return {
    code: "code" in given && typeof given.code === "string" && /^[A-Z0-9_]+$/.test(given.code) ? given.code : "EUNKNOWN",
    response: "response" in given && typeof given.response === "string" ? given.response : "",
    responseCode: "responseCode" in given && typeof given.responseCode === "number" ? given.responseCode : undefined
  }
}

/** How long a greylisting server asks to wait, where it says so in the usual words; at most a day. */
const waitOf = (response: string): number | undefined => {
  const found = /\b(\d{1,5})\s*(s|secs?|seconds?|m|mins?|minutes?)\b/i.exec(response)
  if (found === null) return undefined
  return Math.min(86_400_000, Number(found[1]) * (found[2]!.toLowerCase().startsWith("m") ? 60_000 : 1000))
}
