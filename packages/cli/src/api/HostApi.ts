/**
 * The addresses of the API for hosts: what OpenAPI describes, and the schema of what each takes and answers.
 *
 * @since 0.1.0
 */
import { Schema } from "effect"
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"
import * as Payloads from "./Payloads.ts"

// --- answers ---

const Unknowns = Schema.Array(Schema.Unknown)
const Texts = Schema.Array(Schema.String)

/** 0: everything holds; 1: something does not; 3: not everything could be checked. */
const code = { code: Schema.Literals([0, 1, 3]) }
const noted = { ...code, notes: Texts }
const row = Schema.Record(Schema.String, Schema.Unknown)

/** Why a request is refused: the exit code that the command line would end with, the sentences, and the same as data. */
const Refused = Schema.Struct({
  code: Schema.Literals([2, 4]),
  lines: Texts,
  faults: Schema.Array(Schema.StructWithRest(Schema.Struct({ _tag: Schema.String }), [row]))
}).annotate({ identifier: "Refused" })

const error = [400, 401, 413, 415, 422, 503].map((status) => Refused.pipe(HttpApiSchema.status(status)))

const query = { lang: Schema.optional(Schema.Literals(["id", "en"])) }

// --- addresses ---

/** What each address answers. */
export const answers = {
  eligibility: Schema.Struct({ ...code, checked: Unknowns, unequal: Unknowns }),
  check: Schema.Struct({
    ...noted,
    equal: Schema.Int,
    differing: Schema.Int,
    seatsDiffering: Schema.Int,
    notCheckable: Schema.Int,
    missing: Schema.Int,
    summary: Texts,
    findings: Schema.Array(row),
    missingRows: Schema.optionalKey(Schema.Array(row))
  }),
  select: Schema.Struct({ ...noted, manifest: row, tally: Schema.Array(row), result: Schema.Array(row) }),
  explain: Schema.Struct({ ...noted, explanations: Schema.Array(Schema.Struct({ participant: Schema.String, text: Schema.String, explanation: Schema.Unknown })) }),
  verify: Schema.Struct({
    ...code,
    verdict: Schema.Literals(["verified", "signer-unknown", "refused"]),
    failed: Schema.NullOr(Schema.String),
    sentence: Schema.String,
    checks: Schema.Array(row),
    entry: Schema.Struct({ kind: Schema.String, index: Schema.Int })
  }),
  allocate: Schema.StructWithRest(Schema.Struct({ ...noted, method: Schema.String, seats: Schema.Int, allocation: Schema.Array(row) }), [row]),
  survey: Schema.Struct({ ...noted, index: row, groups: Schema.Array(row) })
} satisfies Record<Payloads.Name, Schema.Top>

const about: Readonly<Record<Payloads.Name, string>> = {
  eligibility: "Which requirements an applicant meets, with the provision of each",
  check: "Recomputes an official list row by row",
  select: "Selects the participants of a round",
  explain: "Why participants got their outcome: the round is selected again",
  verify: "Checks a receipt, or a document with its receipt",
  allocate: "Shares posts exactly and in proportion",
  survey: "Index of a citizens' survey, and how sure it is"
}

const endpoint = <N extends Payloads.Name>(name: N) =>
  HttpApiEndpoint.post(name, `/v1/${name}`, { query, payload: Payloads.payloads[name], success: answers[name], error })
    .annotateMerge(OpenApi.annotations({ summary: about[name] }))

const api = HttpApi.make("timbang").add(
  HttpApiGroup.make("v1").add(
    endpoint("eligibility"),
    endpoint("check"),
    endpoint("select"),
    endpoint("explain"),
    endpoint("verify"),
    endpoint("allocate"),
    endpoint("survey")
  )
).annotateMerge(OpenApi.annotations({
  title: "Timbang",
  version: "1",
  description: "Stateless: what is sent is computed and answered; nothing of it is kept. In an answer, `code` is the exit code of the command line.",
  transform: (spec) => {
    const paths = Object.entries(spec["paths"] as Readonly<Record<string, { readonly post: object }>>)
    return {
      ...spec,
      paths: Object.fromEntries(paths.map(([path, { post }]) => [path, { post: { ...post, security: [{ token: [] }] } }])),
      components: { ...spec["components"], securitySchemes: { token: { type: "http", scheme: "bearer" } } }
    }
  }
}))

/** The description, OpenAPI 3.1. */
export const openApi: unknown = OpenApi.fromApi(api)
