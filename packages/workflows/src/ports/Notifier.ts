/**
 * Port: one message to one person over one channel.
 *
 * Retries, quiet hours and the record of what was sent belong to the outbox in the journal; an adapter delivers once and
 * says how it went.
 *
 * @since 0.1.0
 */
import { Clock, Context, Data, Effect, Layer } from "effect"

// --- models ---

/**
 * A message.
 *
 * @category models
 * @since 0.1.0
 */
export interface Message {
  /** Name of the message; a channel makes of it an id that is the same at every attempt. 1 to 200 characters. */
  readonly key: string
  /** Address in the form of the channel, such as an e-mail address. Personal: it stands in no log and no error. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Language of the message, such as `id`. */
  readonly language: string
}

/**
 * A message that the channel took over.
 *
 * @category models
 * @since 0.1.0
 */
export interface Delivered {
  /** Id that the receiving side can recognise a repeat by, made from the key. */
  readonly reference: string
  /** Unit: milliseconds since 1970-01-01 UTC. */
  readonly at: number
}

// --- errors ---

/**
 * The channel will never deliver this message to this address.
 *
 * @category errors
 * @since 0.1.0
 */
export class MessageRefused extends Data.TaggedError("MessageRefused")<{
  readonly key: string
  /** What the channel answered, without the address. */
  readonly because: string
}> {
  override get message(): string {
    return `${this.key}: refused for good (${this.because}); ask the person for another address`
  }
}

/**
 * The channel did not take the message now; it may have been delivered all the same.
 *
 * @category errors
 * @since 0.1.0
 */
export class MessageDelayed extends Data.TaggedError("MessageDelayed")<{
  readonly key: string
  readonly because: string
  /** How long the channel asks to wait. Unit: milliseconds. */
  readonly retryAfterMillis?: number
}> {
  override get message(): string {
    return `${this.key}: not delivered yet (${this.because}); it is tried again`
  }
}

// --- port ---

/**
 * A channel.
 *
 * @category ports
 * @since 0.1.0
 */
export class Notifier extends Context.Service<Notifier, {
  /** Name of the channel, such as `email`. */
  readonly channel: string
  readonly deliver: (message: Message) => Effect.Effect<Delivered, MessageRefused | MessageDelayed>
}>()("@timbang/workflows/Notifier") {}

// --- layers ---

/**
 * A channel in memory for tests: it puts what it delivers into `delivered`, each key once.
 *
 * **Example** (Twice the same key)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { Notifier } from "@timbang/workflows/ports"
 * const delivered: Array<Notifier.Message> = []
 * const message = { key: "m-1", to: "peserta@example.test", subject: "Hasil", text: "Lulus", language: "id" }
 * const program = Effect.gen(function*() {
 *   const { deliver } = yield* Notifier.Notifier
 *   yield* deliver(message)
 *   yield* deliver(message)
 * })
 * await Effect.runPromise(Effect.provide(program, Notifier.layerMemory(delivered)))
 * delivered.length // => 1
 * ```
 *
 * @category layers
 * @since 0.1.0
 */
export const layerMemory = (delivered: Array<Message>): Layer.Layer<Notifier> =>
  Layer.succeed(Notifier, {
    channel: "memory",
    deliver: (message) =>
      Effect.map(Clock.currentTimeMillis, (at) => {
        if (!delivered.some(({ key }) => key === message.key)) delivered.push(message)
        return { reference: `memory:${message.key}`, at }
      })
  })
