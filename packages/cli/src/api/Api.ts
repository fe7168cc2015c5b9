/**
 * The API for hosts as a web handler: stateless JSON, behind a token.
 *
 * Nothing of a request is kept, and nothing of it is told to anybody but its sender.
 *
 * @since 0.1.0
 */
import { createHash, timingSafeEqual } from "node:crypto"
import type { Sentences } from "@timbang/language"
import { ApiFaults } from "@timbang/language/publication"
import { Cause, Effect, Exit, Layer, ManagedRuntime, Option, Result, Schema, SchemaIssue } from "effect"
import * as Defect from "../Defect.ts"
import { codes } from "../Exit.ts"
import * as Tracing from "../Tracing.ts"
import { openApi } from "./HostApi.ts"
import * as Operations from "./Operations.ts"
import { type Name, type Payload, payloads } from "./Payloads.ts"
import * as Refused from "./Refused.ts"

// --- models ---

/** What an API is made of. */
export interface Options {
  /** Whoever sends it may ask. */
  readonly token: string
  /** Largest body. Unit: bytes. */
  readonly largestBytes: number
  /** Requests that are read and computed at a time. */
  readonly mostAtOnce: number
  /** Where spans go; nowhere without it. */
  readonly tracing?: Layer.Layer<never>
  /** Told of a fault of the program: its kind and where it happened, and nothing of the request. */
  readonly onDefect: (lines: ReadonlyArray<string>) => void
}

/** An API that runs. */
export interface Api {
  readonly handler: (request: Request) => Promise<Response>
  readonly dispose: () => Promise<void>
}

type FieldRefused = Extract<ApiFaults.ApiFault, { readonly _tag: "FieldRefused" }>

/** A body of more than the limit. */
class TooLarge extends Error {}

const retryAfterSeconds = 5

/** Levels of lists and objects within each other: a rule set, the deepest of what is sent, has about ten. */
const mostDeep = 32

const names = Object.keys(payloads) as ReadonlyArray<Name>

const pathOf = (name: Name): string => `/v1/${name}`

// --- operations ---

/** Makes an API. */
export const make = ({ largestBytes, mostAtOnce, onDefect, token, tracing }: Options): Api => {
  const runtime = ManagedRuntime.make(tracing ?? Layer.empty)
  const isToken = comparing(token)
  let busy = 0

  const computed = async (name: Name, request: Request, lang: Sentences.Language): Promise<Response> => {
    const declared = Number(request.headers.get("content-length") ?? 0)
    if (declared > largestBytes) return refused(413, { _tag: "BodyTooLarge", limit: largestBytes }, lang)
    let sent: unknown
    try {
      sent = JSON.parse(await bodyOf(request, largestBytes))
    } catch (error) {
      return error instanceof TooLarge
        ? refused(413, { _tag: "BodyTooLarge", limit: largestBytes }, lang)
        : refused(400, { _tag: "BodyNotJson" }, lang)
    }
    if (isDeeper(sent, mostDeep)) return refused(400, { _tag: "BodyTooDeep", limit: mostDeep }, lang)
    const decoded = decode(name, sent)
    if (Result.isFailure(decoded)) return refusedFor(400, decoded.failure, lang)
    const answer = Effect.matchCause(Operations.answer(name, decoded.success, lang), {
      onSuccess: (found) => json(200, found),
      onFailure: (cause) => {
        const failure = Cause.findErrorOption(cause)
        if (Option.isSome(failure)) return json(422, Refused.of(failure.value))
        onDefect(Defect.lines(Cause.squash(cause)))
        return refused(500, { _tag: "Unexpected" }, lang)
      }
    })
    const exit = await runtime.runPromiseExit(Tracing.spanned("POST", pathOf(name), answer), { signal: request.signal })
    // Interrupted: whoever asked is gone, and nobody reads this answer.
    return Exit.isSuccess(exit) ? exit.value : new Response(null, { status: 503 })
  }

  return {
    handler: async (request) => {
      const { pathname, searchParams } = new URL(request.url)
      const lang = searchParams.get("lang") === "en" ? "en" : "id"
      const isRead = request.method === "GET" || request.method === "HEAD"
      if (pathname === "/openapi.json" && isRead) return json(200, openApi)
      if (pathname === "/health" && isRead) return json(200, { status: "ok" })
      if (!isToken(request.headers.get("authorization"))) return refused(401, { _tag: "TokenRefused" }, lang, { "www-authenticate": "Bearer" })
      const name = names.find((each) => pathOf(each) === pathname)
      if (name === undefined) return refused(404, { _tag: "NoSuchAddress", known: names.map(pathOf) }, lang)
      if (request.method !== "POST") return refused(405, { _tag: "MethodRefused", allowed: "POST" }, lang, { allow: "POST" })
      if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "")) return refused(415, { _tag: "TypeRefused" }, lang)
      const encoding = request.headers.get("content-encoding") ?? "identity"
      if (encoding !== "identity") return refused(415, { _tag: "EncodingRefused", found: encoding }, lang)
      if (busy >= mostAtOnce) return refused(503, { _tag: "Busy", retryAfterSeconds }, lang, { "retry-after": String(retryAfterSeconds) })
      busy++
      try {
        return await computed(name, request, lang)
      } finally {
        busy--
      }
    },
    dispose: () => runtime.dispose()
  }
}

/** Compares in the same time whatever is sent: digests have one length. */
const comparing = (token: string): (header: string | null) => boolean => {
  const digest = (text: string) => createHash("sha256").update(text, "utf8").digest()
  const own = digest(`Bearer ${token}`)
  return (header) => timingSafeEqual(own, digest((header ?? "").replace(/^bearer /i, "Bearer ")))
}

/** The body as text; it is no longer read once it is too large. */
const bodyOf = (request: Request, limit: number): Promise<string> => {
  let size = 0
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        size += chunk.length
        if (size > limit) controller.error(new TooLarge())
        else controller.enqueue(chunk)
      }
    })
  )
  return new Response(counted ?? null).text()
}

/** What writes JSON again calls itself for each level, and would run out of room. */
const isDeeper = (sent: unknown, levels: number): boolean =>
  typeof sent === "object" && sent !== null && (levels === 0 || Object.values(sent).some((each) => isDeeper(each, levels - 1)))

const decode = <N extends Name>(name: N, sent: unknown): Result.Result<Payload<N>, ReadonlyArray<ApiFaults.ApiFault>> => {
  const schema: Schema.Decoder<Payload<N>> = payloads[name]
  return Result.mapError(
    Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(sent),
    ({ issue }) => withWholeFiles(issuesOf(issue).issues.map(({ message, path = [] }) => ({ _tag: "FieldRefused" as const, at: placeOf(path), expected: message }))).slice(0, 100)
  )
}

/** A file is sent in one of three ways. What it lacks of each of them is said once, of the whole file, and not at all where one way has a wrong value. */
const withWholeFiles = (faults: ReadonlyArray<FieldRefused>): ReadonlyArray<FieldRefused> => {
  const fileOf = ({ at }: FieldRefused) => /^(\w+)\.(?:file|text|base64)$/.exec(at)?.[1]
  const isOfForm = ({ expected }: FieldRefused) => expected === "Missing key" || expected === "Expected no excess property"
  const told = new Set(faults.filter((fault) => !isOfForm(fault)).map(fileOf))
  return faults.flatMap((fault) => {
    const file = fileOf(fault)
    if (file === undefined || !isOfForm(fault)) return [fault]
    if (told.has(file)) return []
    told.add(file)
    return [{ ...fault, at: file, expected: "Expected File" }]
  })
}

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

/** A path as it is written in JSON: `applications[0].birthDate`. */
const placeOf = (path: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }>): string => {
  const keys = path.map((each) => (typeof each === "object" ? each.key : each))
  return keys.map((key, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`)).join("") || "JSON"
}

// --- answers ---

const json = (status: number, content: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(Refused.stringify(content), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers }
  })

const refused = (status: number, fault: ApiFaults.ApiFault, lang: Sentences.Language, headers?: Readonly<Record<string, string>>): Response =>
  refusedFor(status, [fault], lang, headers)

const refusedFor = (status: number, faults: ReadonlyArray<ApiFaults.ApiFault>, lang: Sentences.Language, headers?: Readonly<Record<string, string>>): Response =>
  json(status, {
    code: status === 500 ? codes.unexpected : codes.refused,
    lines: [...new Set(faults.map((fault) => ApiFaults.sentence(fault, lang)))],
    faults
  }, headers)
