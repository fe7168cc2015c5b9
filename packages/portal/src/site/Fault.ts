/** What a request can fail with, and the page that says so; nothing of the request is told. */
import { PortalTexts } from "@timbang/language"
import { Cause, Data, Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { html } from "./Html.ts"
import * as PublicRecord from "./PublicRecord.ts"
import * as SecureHeaders from "./SecureHeaders.ts"

// --- models ---

/** A sentence that the portal has for it. */
export type Fault = keyof PortalTexts.PortalTexts["errors"]

// --- errors ---

/** There is no such page. */
export class NotFound extends Data.TaggedError("NotFound")<{}> {}

/** The body is larger than the limit. */
export class TooLarge extends Data.TaggedError("TooLarge")<{}> {}

/** The body is no form. */
export class Unreadable extends Data.TaggedError("Unreadable")<{}> {}

// --- operations ---

/** Who is told of what failed on the side of the host. */
export type Told = ((error: unknown) => void) | undefined

/** What fails becomes an answer that the handler turns into a page; nothing of the request is told. */
export const guarding = (told: Told) => <A>(effect: Effect.Effect<A>): Effect.Effect<A | HttpServerResponse.HttpServerResponse> =>
  Effect.catchCause(effect, (cause) => Effect.sync(() => HttpServerResponse.raw(failed(Cause.squash(cause), told))))

/** The answer to what failed, which the handler turns into a page. */
export const failed = (error: unknown, told: Told): Response => {
  const [status, fault]: readonly [number, Fault] = error instanceof TooLarge
    ? [413, "tooLarge"]
    : error instanceof Unreadable
    ? [400, "unreadable"]
    : error instanceof PublicRecord.RecordRefused
    ? [503, "unavailable"]
    : error instanceof NotFound || (error as { readonly _tag?: string })?._tag === "HttpServerError"
    ? [404, "notFound"]
    : [500, "unavailable"]
  if (fault === "unavailable") told?.(error)
  return new Response(null, { status, headers: { "x-fault": fault } })
}

/** Where an answer leads: the path that the portal is mounted under, and the language. */
export interface Home {
  readonly base: string
  readonly lang: "id" | "en"
}

/** A page of one sentence, with the way to the first page. */
export const page = (status: number, { base, lang }: Home, fault: Fault, headers: Readonly<Record<string, string>> = {}): Response => {
  const { errors, nav } = PortalTexts.texts[lang]
  const sentence = errors[fault]
  return new Response(
    html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${sentence}</title><link rel="stylesheet" href="${base}/gaya.css"></head><body><main class="wrap"><h1>${sentence}</h1><p><a href="${base}/${lang === "en" ? "?lang=en" : ""}">${nav.announcement}</a></p></main></body></html>`.text,
    { status, headers: { "content-type": SecureHeaders.htmlType, ...headers } }
  )
}
