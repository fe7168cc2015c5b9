/**
 * The addresses of the portal as an HttpApi: what is served as OpenAPI, and what a typed client is made from.
 *
 * @since 0.1.0
 */
import { Schema } from "effect"
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"

const page = Schema.String.pipe(HttpApiSchema.asText({ contentType: "text/html; charset=utf-8" }))
const plain = (contentType: string) => Schema.String.pipe(HttpApiSchema.asText({ contentType }))
const lang = { lang: Schema.optional(Schema.String) }
const paged = { ...lang, halaman: Schema.optional(Schema.String) }
const one = { formation: Schema.String }
const session = { ...lang, tahap: Schema.optional(Schema.String), sesi: Schema.optional(Schema.String) }

/** Forms may be sent as a form or with a file; both are read by the handler under its own size limit. */
const form = Schema.Struct({
  receipt: Schema.String,
  trust: Schema.optional(Schema.String)
}).pipe(HttpApiSchema.asFormUrlEncoded())

/** What somebody says of themselves to check the requirements; nothing of it is kept, and no identity number is among it. */
const requirements = Schema.Struct({
  formasi: Schema.String,
  lahir: Schema.optional(Schema.String),
  melamar: Schema.optional(Schema.String),
  prodi: Schema.optional(Schema.String),
  ipk: Schema.optional(Schema.String)
}).pipe(HttpApiSchema.asFormUrlEncoded())

/** A proposal as it is filed; the answer leads to its page. */
const proposal = Schema.Struct({
  token: Schema.String,
  kunci: Schema.String,
  bentuk: Schema.Literals(["physical", "wish"]),
  problem: Schema.String,
  channel: Schema.optional(Schema.String),
  kind: Schema.optional(Schema.String),
  volume: Schema.optional(Schema.String),
  unit: Schema.optional(Schema.String),
  budget: Schema.optional(Schema.String),
  service: Schema.optional(Schema.String)
}).pipe(HttpApiSchema.asFormUrlEncoded())

/** An application, or the code of a draft; answers to statements under `nyata-` and the requirement. `nik` is used and not kept. */
const registration = Schema.StructWithRest(Schema.Struct({
  aksi: Schema.Literals(["buka", "simpan", "kirim"]),
  kode: Schema.String
}), [Schema.Record(Schema.String, Schema.String)]).pipe(HttpApiSchema.asFormUrlEncoded())

/** The number of a participant. */
const numbered = Schema.Struct({ nomor: Schema.String }).pipe(HttpApiSchema.asFormUrlEncoded())

/** A survey form: the token of the slip, the service, and an answer from 1 to 4 under the name of each element. */
const survey = Schema.StructWithRest(Schema.Struct({ token: Schema.String, layanan: Schema.String }), [Schema.Record(Schema.String, Schema.String)]).pipe(HttpApiSchema.asFormUrlEncoded())

/**
 * The portal's addresses.
 *
 * **Example** (Its groups)
 *
 * ```ts
 * import { PortalApi } from "@timbang/portal"
 * Object.keys(PortalApi.api.groups) // => ["portal"]
 * ```
 *
 * @category models
 * @since 0.1.0
 */
export const api = HttpApi.make("portal").add(
  HttpApiGroup.make("portal").add(
    HttpApiEndpoint.get("announcement", "/", { query: lang, success: page }),
    HttpApiEndpoint.get("formations", "/formasi", { query: { ...paged, cari: Schema.optional(Schema.String) }, success: page }),
    HttpApiEndpoint.get("formation", "/formasi/:formation", { params: one, query: paged, success: page }),
    HttpApiEndpoint.get("changes", "/formasi/:formation/perubahan", {
      params: one,
      query: { ...lang, sejak: Schema.optional(Schema.String) },
      success: page
    }),
    HttpApiEndpoint.get("csv", "/formasi/:formation/entri.csv", { params: one, success: plain("text/csv; charset=utf-8") }),
    HttpApiEndpoint.get("xlsx", "/formasi/:formation/entri.xlsx", { params: one, success: HttpApiSchema.StreamUint8Array() }),
    HttpApiEndpoint.get("formationFile", "/formasi/:formation/hitung-ulang.json", { params: one, success: plain("application/json") }),
    HttpApiEndpoint.get("results", "/hasil", { query: paged, success: page }),
    HttpApiEndpoint.get("board", "/langsung", { query: { ...session, halaman: Schema.optional(Schema.String) }, success: page }),
    HttpApiEndpoint.get("stream", "/langsung/aliran", { query: session, success: plain("text/event-stream") }),
    HttpApiEndpoint.get("verifyForm", "/periksa", { query: lang, success: page }),
    HttpApiEndpoint.post("verify", "/periksa", { query: lang, payload: form, success: page }),
    HttpApiEndpoint.get("verifier", "/periksa/luring", { success: page }),
    HttpApiEndpoint.get("explainForm", "/penjelasan", { query: lang, success: page }),
    HttpApiEndpoint.post("explain", "/penjelasan", { query: lang, payload: form, success: page }),
    HttpApiEndpoint.get("objectionForm", "/sanggah", { query: lang, success: page }),
    HttpApiEndpoint.post("objection", "/sanggah", { query: lang, payload: form, success: page }),
    HttpApiEndpoint.get("requirementsForm", "/syarat", { query: { ...lang, formasi: Schema.optional(Schema.String) }, success: page }),
    HttpApiEndpoint.post("requirements", "/syarat", { query: lang, payload: requirements, success: page }),
    HttpApiEndpoint.get("registrationForm", "/daftar", { query: lang, success: page }),
    HttpApiEndpoint.post("register", "/daftar", { query: lang, payload: registration, success: page }),
    HttpApiEndpoint.post("registrationReceipt", "/daftar/tanda-terima", { query: lang, payload: numbered, success: page }),
    HttpApiEndpoint.get("proposals", "/usulan", { query: paged, success: page }),
    HttpApiEndpoint.get("proposalForm", "/usulan/baru", { query: lang, success: page }),
    HttpApiEndpoint.post("fileProposal", "/usulan/baru", { query: lang, payload: proposal, success: page }),
    HttpApiEndpoint.get("proposal", "/usulan/:proposal", { params: { proposal: Schema.String }, query: lang, success: page }),
    HttpApiEndpoint.get("surveyForm", "/survei", { query: { ...lang, t: Schema.optional(Schema.String) }, success: page }),
    HttpApiEndpoint.post("answerSurvey", "/survei", { query: lang, payload: survey, success: page }),
    HttpApiEndpoint.get("surveyThanks", "/survei/terima-kasih", { query: lang, success: page }),
    HttpApiEndpoint.get("style", "/gaya.css", { success: plain("text/css; charset=utf-8") }),
    HttpApiEndpoint.get("surveyScript", "/survei.js", { success: plain("text/javascript; charset=utf-8") }),
    HttpApiEndpoint.get("surveyWorker", "/survei-pekerja.js", { success: plain("text/javascript; charset=utf-8") }),
    HttpApiEndpoint.get("script", "/langsung.js", { success: plain("text/javascript; charset=utf-8") })
  )
).annotateMerge(OpenApi.annotations({
  title: "Timbang portal",
  description: "Pages of a published selection. Receipts are accepted in request bodies only."
}))
