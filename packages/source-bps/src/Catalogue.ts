/**
 * Lists of the BPS WebAPI, page after page: variables of a domain, years of a variable.
 *
 * @since 0.1.0
 */
import type { Sources } from "@timbang/workflows/ports"
import { Effect, Option, Schema, Stream } from "effect"
import * as Client from "./Client.ts"
import { AnswerRefused } from "./WebApi.ts"

// --- models ---

/**
 * A variable of a domain.
 *
 * @category models
 * @since 0.1.0
 */
export interface Variable {
  readonly variable: number
  readonly title: string
  readonly unit: string
}

/**
 * A year of a variable and its code, such as 125 for 2025.
 *
 * @category models
 * @since 0.1.0
 */
export interface Year {
  readonly code: number
  readonly year: number
}

/**
 * Why a list cannot be had.
 *
 * @category errors
 * @since 0.1.0
 */
export type ListError = Sources.SourceUnavailable | Client.RequestRefused | AnswerRefused

// --- operations ---

/**
 * Variables of a domain, such as `1500`, page by page.
 *
 * **Example** (How many BPS has is known when the stream has ended)
 *
 * ```ts
 * import { Redacted, Stream } from "effect"
 * import { Catalogue } from "@timbang/source-bps"
 * Stream.isStream(Catalogue.variables({ key: Redacted.make("secret") }, "1500")) // => true
 * ```
 *
 * @category listing
 * @since 0.1.0
 */
export const variables = (settings: Client.Settings, domain: string): Stream.Stream<Variable, ListError> =>
  pages(settings, `list/model/var/lang/ind/domain/${domain}`, OneVariable).pipe(
    Stream.map(({ title, unit, var_id }) => ({ variable: Number(var_id), title, unit: unit ?? "" }))
  )

/**
 * Years of which a variable has figures; a year that is no number of four digits, such as a half year, is left out.
 *
 * **Example** (The same)
 *
 * ```ts
 * import { Redacted, Stream } from "effect"
 * import { Catalogue } from "@timbang/source-bps"
 * Stream.isStream(Catalogue.years({ key: Redacted.make("secret") }, "1500", 624)) // => true
 * ```
 *
 * @category listing
 * @since 0.1.0
 */
export const years = (settings: Client.Settings, domain: string, variable: number): Stream.Stream<Year, ListError> =>
  pages(settings, `list/model/th/lang/ind/domain/${domain}/var/${variable}`, OneYear).pipe(
    Stream.filter(({ th }) => /^\d{4}$/.test(String(th).trim())),
    Stream.map(({ th, th_id }) => ({ code: Number(th_id), year: Number(th) }))
  )

const Numeral = Schema.Union([Schema.Number, Schema.String])
const OneVariable = Schema.Struct({ var_id: Numeral, title: Schema.String, unit: Schema.optionalKey(Schema.NullOr(Schema.String)) })
const OneYear = Schema.Struct({ th_id: Numeral, th: Numeral })
const Head = Schema.Struct({ page: Schema.Number, pages: Schema.Number })
const listOf = <A>(item: Schema.Codec<A, unknown>) =>
  Schema.Struct({ data: Schema.Union([Schema.Literal(""), Schema.Tuple([Head, Schema.Array(item)])]) })

/** All pages of one list. A list without anything has an empty text where its pages would be. */
const pages = <A>(settings: Client.Settings, address: string, item: Schema.Codec<A, unknown>): Stream.Stream<A, ListError> =>
  Stream.paginate(1, (page: number) =>
    Effect.gen(function*() {
      const { json } = yield* Client.ask(settings, `${address}/page/${page}`)
      const read = Schema.decodeUnknownOption(listOf(item))(json)
      if (Option.isNone(read)) return yield* Effect.fail(new AnswerRefused({ file: `${address}/page/${page}`, at: "data", found: "something else", expected: "an answer of the WebAPI" }))
      const { data } = read.value
      if (data === "") return [[] as ReadonlyArray<A>, Option.none<number>()] as const
      const [head, items] = data
      return [items, head.page < head.pages ? Option.some(page + 1) : Option.none<number>()] as const
    }))
