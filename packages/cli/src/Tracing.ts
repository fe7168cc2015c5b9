/**
 * Traces in the form of OpenTelemetry, off unless an address is named. They tell which step took how long and whether it
 * failed, and nothing of what was sent: no path, no query, no body, no message of a failure, no address of a client.
 *
 * @since 0.1.0
 */
import type { Sentences } from "@timbang/language"
import { ServeLines } from "@timbang/language/publication"
import { Cause, Data, Effect, Exit, Layer, ManagedRuntime, Option, type Scope, Tracer } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpSerialization, OtlpTracer } from "effect/observability"
import { codes, CommandFailed } from "./Exit.ts"
import * as Screen from "./Screen.ts"

/** The variable by which OpenTelemetry names the collector. */
const variable = "OTEL_EXPORTER_OTLP_ENDPOINT"

// --- operations ---

/** Where traces go, by the option or by the environment; nowhere when neither names an address. */
export const asked = (option: Option.Option<string>, lang: Sentences.Language): Effect.Effect<Layer.Layer<never> | undefined, CommandFailed> =>
  Effect.gen(function*() {
    const says = ServeLines.lines[lang]
    const named = Option.getOrElse(option, () => process.env[variable] ?? "")
    if (named === "") return undefined
    const address = URL.canParse(named) ? new URL(named) : undefined
    if (address === undefined || !["http:", "https:"].includes(address.protocol)) {
      return yield* Effect.fail(new CommandFailed({ code: codes.refused, lines: [says.tracesRefused(Option.isSome(option) ? "--otlp" : variable)] }))
    }
    yield* Screen.note(says.tracesTo(`${address.protocol}//${address.host}`))
    return layer(named.replace(/\/+$/, ""))
  })

/** Spans sent to a collector, without what a failure says. */
export const layer = (address: string): Layer.Layer<never> =>
  Layer.effect(Tracer.Tracer, Effect.map(Tracer.Tracer, silent)).pipe(
    Layer.provide(OtlpTracer.layer({ url: `${address}/v1/traces`, resource: { serviceName: "timbang", serviceVersion: "0.1.0" }, exportInterval: "2 seconds" })),
    Layer.provide(OtlpSerialization.layerJson),
    Layer.provide(FetchHttpClient.layer)
  )

/** Wraps what answers a request in a span named by its pattern; the same function where there are no traces. */
export const traced = (tracing: Layer.Layer<never> | undefined, routeOf: (pathname: string) => string): Effect.Effect<
  (request: Request, answer: () => Promise<Response>) => Promise<Response>,
  never,
  Scope.Scope
> => {
  if (tracing === undefined) return Effect.succeed((_, answer) => answer())
  const runtime = ManagedRuntime.make(tracing)
  return Effect.as(
    Effect.addFinalizer(() => Effect.promise(() => runtime.dispose())),
    (request, answer) => runtime.runPromise(spanned(request.method, routeOf(new URL(request.url).pathname), Effect.promise(answer)))
  )
}

/** A request as a span: method, pattern of its address, status of the answer. */
export const spanned = <E>(method: string, route: string, answer: Effect.Effect<Response, E>): Effect.Effect<Response, E> =>
  answer.pipe(
    Effect.tap(({ status }) => Effect.annotateCurrentSpan("http.response.status_code", status)),
    Effect.withSpan(`${method} ${route}`, { kind: "server", attributes: { "http.request.method": method, "http.route": route } })
  )

// --- what is left out ---

const told = new Set(["http.request.method", "http.route", "http.response.status_code"])

class Failed extends Data.TaggedError("Failed")<{ readonly kind: string }> {
  override readonly stack = ""
  override get message(): string {
    return this.kind
  }
}

/** A tracer whose spans carry only attributes that are named here, and of a failure only its kind. */
const silent = (tracer: Tracer.Tracer): Tracer.Tracer =>
  Tracer.make({
    span: (options) => {
      const span = tracer.span(options)
      const [attribute, end] = [span.attribute.bind(span), span.end.bind(span)]
      return Object.assign(span, {
        attribute: (key: string, value: unknown) => {
          if (told.has(key)) attribute(key, value)
        },
        event: () => undefined,
        end: (endTime: bigint, exit: Exit.Exit<unknown, unknown>) => end(endTime, Exit.isSuccess(exit) ? Exit.void : Exit.fail(new Failed({ kind: kindOf(exit.cause) })))
      })
    }
  })

const kindOf = (cause: Cause.Cause<unknown>): string => {
  if (Cause.hasInterruptsOnly(cause)) return "Interrupted"
  const error = Cause.squash(cause)
  const tag = (error as { readonly _tag?: unknown } | null | undefined)?._tag
  return typeof tag === "string" ? tag : error instanceof Error ? error.name : typeof error
}
