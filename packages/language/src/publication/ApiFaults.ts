/**
 * Sentences for what stands against a request to the API before anything is computed.
 *
 * @since 0.1.0
 */
import * as Expectations from "../input/Expectations.ts"
import { type Language, say, type Sentences } from "../Sentences.ts"

// --- models ---

/**
 * A fault of a request.
 *
 * - `TokenRefused`: no token, or another one.
 * - `NoSuchAddress`: nothing is computed at that path. `MethodRefused`: it is asked for in another way, `allowed`.
 * - `TypeRefused`: the body is not said to be JSON. `EncodingRefused`: it is compressed. `BodyNotJson`: it is no JSON.
 * - `BodyTooDeep`: lists and objects within each other by more than `limit` levels.
 * - `BodyTooLarge`: more than `limit` bytes.
 * - `FieldRefused`: the field at the path `at` holds something else than `expected`, in the words of its schema.
 * - `Busy`: as many requests as the host allows are being computed.
 * - `Unexpected`: a fault of the program itself.
 *
 * @category models
 * @since 0.1.0
 */
export type ApiFault =
  | { readonly _tag: "TokenRefused" }
  | { readonly _tag: "NoSuchAddress"; readonly known: ReadonlyArray<string> }
  | { readonly _tag: "MethodRefused"; readonly allowed: string }
  | { readonly _tag: "TypeRefused" }
  | { readonly _tag: "EncodingRefused"; readonly found: string }
  | { readonly _tag: "BodyNotJson" }
  | { readonly _tag: "BodyTooDeep"; readonly limit: number }
  | { readonly _tag: "BodyTooLarge"; readonly limit: number }
  | { readonly _tag: "FieldRefused"; readonly at: string; readonly expected: string }
  | { readonly _tag: "Busy"; readonly retryAfterSeconds: number }
  | { readonly _tag: "Unexpected" }

// --- operations ---

/**
 * The sentence of one fault: what was found and what to do.
 *
 * **Example** (A field that is missing)
 *
 * ```ts
 * import { ApiFaults } from "@timbang/language/publication"
 * const fault = { _tag: "FieldRefused", at: "participants", expected: "Missing key" } as const
 * ApiFaults.sentence(fault, "id") // => "participants: tidak ada. Bentuk setiap isian ada di /openapi.json."
 * ApiFaults.sentence(fault, "en") // => "participants: is missing. /openapi.json describes every field."
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (fault: ApiFault, language: Language): string => say(language === "id" ? indonesian : english, fault)

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_048_576 * 10) / 10)

const indonesian: Sentences<ApiFault> = {
  TokenRefused: () => "Token tidak ada atau salah. Kirim kepala Authorization: Bearer TOKEN, dengan token yang dibaca timbang serve --api.",
  NoSuchAddress: ({ known }) => `Alamat ini tidak ada. Yang ada: ${known.join(", ")}.`,
  MethodRefused: ({ allowed }) => `Alamat ini hanya menerima ${allowed}.`,
  TypeRefused: () => "Isi permintaan harus JSON. Kirim kepala Content-Type: application/json.",
  EncodingRefused: ({ found }) => `Isi permintaan dimampatkan (${found}). Kirim apa adanya, tanpa kepala Content-Encoding.`,
  BodyNotJson: () => "Isi permintaan bukan JSON yang utuh. Periksa apakah seluruhnya terkirim.",
  BodyTooDeep: ({ limit }) => `Isi JSON bersarang lebih dari ${limit} tingkat. Kirim setiap baris sebagai satu objek yang datar.`,
  BodyTooLarge: ({ limit }) => `Isi permintaan melebihi ${megabytes(limit)} MiB. Bagi menurut instansi, atau naikkan --largest.`,
  FieldRefused: ({ at, expected }) => `${at}: ${Expectations.sentence(expected, "id")}. Bentuk setiap isian ada di /openapi.json.`,
  Busy: ({ retryAfterSeconds }) => `Permintaan lain sedang dihitung. Ulangi setelah ${retryAfterSeconds} detik.`,
  Unexpected: () => "Kesalahan yang tidak terduga; tidak ada yang disimpan. Laporkan kepada pengelola, jejaknya ada di keluaran timbang serve."
}

const english: Sentences<ApiFault> = {
  TokenRefused: () => "The token is missing or wrong. Send the header Authorization: Bearer TOKEN, with the token that timbang serve --api read.",
  NoSuchAddress: ({ known }) => `There is no such address. There are: ${known.join(", ")}.`,
  MethodRefused: ({ allowed }) => `This address takes ${allowed} only.`,
  TypeRefused: () => "The body has to be JSON. Send the header Content-Type: application/json.",
  EncodingRefused: ({ found }) => `The body is compressed (${found}). Send it as it is, without the header Content-Encoding.`,
  BodyNotJson: () => "The body is not whole JSON. See whether all of it was sent.",
  BodyTooDeep: ({ limit }) => `The JSON is nested by more than ${limit} levels. Send each row as one flat object.`,
  BodyTooLarge: ({ limit }) => `The body is larger than ${megabytes(limit)} MiB. Split it by agency, or raise --largest.`,
  FieldRefused: ({ at, expected }) => `${at}: ${Expectations.sentence(expected, "en")}. /openapi.json describes every field.`,
  Busy: ({ retryAfterSeconds }) => `Other requests are being computed. Ask again after ${retryAfterSeconds} seconds.`,
  Unexpected: () => "An unexpected fault; nothing was kept. Tell whoever runs it, the trace is in the output of timbang serve."
}
