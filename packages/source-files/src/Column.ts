/**
 * Descriptions of the columns a table is read into: under which headers, as what, and how strictly.
 *
 * @since 0.1.0
 */

// --- models ---

/**
 * How much a column is needed.
 *
 * - `cell`: the column must be there and every cell filled.
 * - `column`: the column must be there; cells may be empty.
 * - `none`: the column may be left out.
 *
 * @category models
 * @since 0.1.0
 */
export type Need = "cell" | "column" | "none"

/**
 * What every column says of itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Common {
  /** Further headers, in Indonesian or English; compared without regard to case, blanks and punctuation. */
  readonly aliases: ReadonlyArray<string>
  readonly need: Need
  /** A personal cell is never shown: a fault gives only its shape. */
  readonly isPersonal: boolean
  /** Unit and range in words, for templates. */
  readonly unit: string
  /** A made-up cell for templates. */
  readonly sample: string
}

/**
 * An identifier: text that is kept digit by digit, never a number.
 *
 * @category models
 * @since 0.1.0
 */
export interface Identifier extends Common {
  readonly kind: "identifier"
  /** No two rows may have the same. */
  readonly isUnique: boolean
  /** Refuse what is built like a NIK; for pseudonyms. */
  readonly refusesNik: boolean
}

/**
 * An identifier of something else, kept once: `keys` in order of first appearance, and an index into them for each row.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reference extends Common {
  readonly kind: "reference"
}

/**
 * Free text.
 *
 * @category models
 * @since 0.1.0
 */
export interface Text extends Common {
  readonly kind: "text"
}

/**
 * A whole number. Range: within ±2^31.
 *
 * @category models
 * @since 0.1.0
 */
export interface Integer extends Common {
  readonly kind: "integer"
  readonly minimum: number
  readonly maximum: number
  readonly step: number
}

/**
 * A decimal number kept as a whole number of its last decimal.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decimal extends Common {
  readonly kind: "decimal"
  readonly decimals: number
  /** Unit: that of the last decimal, as {@link Decimal.maximum} and {@link Decimal.step}. */
  readonly minimum: number
  readonly maximum: number
  readonly step: number
}

/**
 * A calendar day.
 *
 * @category models
 * @since 0.1.0
 */
export interface Day extends Common {
  readonly kind: "day"
}

/**
 * One of a closed list of values, each with the spellings it is read from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Code<out V extends string = string> extends Common {
  readonly kind: "code"
  readonly values: ReadonlyArray<V>
  /** Spelling without case, blanks and punctuation, to the index of its value. */
  readonly spellings: ReadonlyMap<string, number>
}

/**
 * Any column.
 *
 * @category models
 * @since 0.1.0
 */
export type Column = Identifier | Reference | Text | Integer | Decimal | Day | Code

/**
 * The columns of a table by their canonical header.
 *
 * @category models
 * @since 0.1.0
 */
export type Columns = Readonly<Record<string, Column>>

/**
 * What the cells of a column are kept in. An absent cell is `""` in texts and {@link absentOf} in numbers.
 *
 * - identifier, text: a list of texts.
 * - reference: keys, and an index for each row.
 * - integer: `Int32Array`. decimal: `Float64Array` of whole numbers of the last decimal.
 * - day: `Int32Array` of days since 1970-01-01.
 * - code: `Int16Array` of indices into the column's `values`.
 *
 * @category models
 * @since 0.1.0
 */
export type Values<C extends Column> = C extends Identifier | Text ? ReadonlyArray<string>
  : C extends Reference ? References
  : C extends Integer | Day ? Int32Array
  : C extends Decimal ? Float64Array
  : Int16Array

/**
 * Cells of a {@link Reference} column.
 *
 * @category models
 * @since 0.1.0
 */
export interface References {
  readonly keys: ReadonlyArray<string>
  /** Index into `keys` for each row; -1 when absent. */
  readonly index: Int32Array
}

/**
 * What may be said of any column when it is made; all of it may be left out.
 *
 * @category models
 * @since 0.1.0
 */
export interface Options {
  readonly aliases?: ReadonlyArray<string>
  readonly need?: Need
  readonly isPersonal?: boolean
  readonly unit?: string
  readonly sample?: string
}

// --- constructors ---

/**
 * An identifier.
 *
 * **Example** (A participant)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * const participant = Column.identifier({ aliases: ["No Peserta"], need: "cell", isUnique: true })
 * participant.isUnique // => true
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const identifier = (
  options: Options & { readonly isUnique?: boolean; readonly refusesNik?: boolean } = {}
): Identifier => ({
  kind: "identifier",
  isUnique: options.isUnique ?? false,
  refusesNik: options.refusesNik ?? false,
  ...common(options, "", "CONTOH-0001")
})

/**
 * An identifier of something else that many rows share, such as the formation of a participant.
 *
 * **Example** (The formation applied for)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.reference({ need: "cell" }).kind // => "reference"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const reference = (options: Options = {}): Reference => ({
  kind: "reference",
  ...common(options, "", "CONTOH-F01")
})

/**
 * Free text.
 *
 * **Example** (A position)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.text({ aliases: ["Jabatan"] }).need // => "none"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const text = (options: Options = {}): Text => ({ kind: "text", ...common(options, "", "") })

/**
 * A whole number on a step; limits included.
 *
 * **Example** (TWK, 30 questions of 5 points)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.integer({ minimum: 0, maximum: 150, step: 5 }).unit // => "0-150, step 5"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const integer = (
  options: Options & { readonly minimum?: number; readonly maximum?: number; readonly step?: number } = {}
): Integer => {
  const { maximum = 2_147_483_647, minimum = 0, step = 1 } = options
  const range = maximum === 2_147_483_647 ? `>= ${minimum}` : `${minimum}-${maximum}`
  return {
    kind: "integer",
    maximum,
    minimum,
    step,
    ...common(options, step === 1 ? range : `${range}, step ${step}`, String(minimum))
  }
}

/**
 * A number with at most so many decimals; limits included. Limits and step are given in the unit of the column.
 *
 * **Example** (SKB on the scale of 100)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * const skb = Column.decimal({ decimals: 3, minimum: 0, maximum: 100 })
 * skb.maximum // => 100000
 * skb.step // => 1
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decimal = (
  options: Options & {
    readonly decimals: number
    readonly minimum?: number
    readonly maximum?: number
    readonly step?: number
  }
): Decimal => {
  const scale = 10 ** options.decimals
  const minimum = Math.round((options.minimum ?? 0) * scale)
  const maximum = options.maximum === undefined ? Number.MAX_SAFE_INTEGER : Math.round(options.maximum * scale)
  const range = options.maximum === undefined ? `>= ${options.minimum ?? 0}` : `${options.minimum ?? 0}-${options.maximum}`
  return {
    kind: "decimal",
    decimals: options.decimals,
    maximum,
    minimum,
    step: options.step === undefined ? 1 : Math.round(options.step * scale),
    ...common(options, `${range}, ${options.decimals} decimals`, String(options.minimum ?? 0))
  }
}

/**
 * A calendar day, read from `1990-12-31` or, day first, from `31/12/1990`, `31-12-1990` and `31.12.1990`.
 *
 * **Example** (A birth date is personal)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.day({ aliases: ["Tanggal Lahir"], isPersonal: true }).unit // => "YYYY-MM-DD"
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const day = (options: Options = {}): Day => ({ kind: "day", ...common(options, "YYYY-MM-DD", "1990-01-31") })

/**
 * One of a list of values; `spellings` gives further words for each.
 *
 * **Example** (Kinds of need as SSCASN spells them)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * const category = Column.code({ umum: [], cumlaude: ["LULUSAN TERBAIK", "Putra/Putri Lulusan Terbaik"] })
 * category.values // => ["umum", "cumlaude"]
 * category.spellings.get("lulusanterbaik") // => 1
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const code = <V extends string>(
  spellings: Readonly<Record<V, ReadonlyArray<string>>>,
  options: Options = {}
): Code<V> => {
  const values = Object.keys(spellings) as Array<V>
  const found = values.flatMap((value, at) =>
    [value, ...spellings[value]].map((spelling): readonly [string, number] => [plain(spelling), at])
  )
  return { kind: "code", values, spellings: new Map(found), ...common(options, values.join(" | "), values[0] ?? "") }
}

// --- operations ---

/**
 * A word without case, blanks, accents and punctuation: what headers and codes are compared by.
 *
 * **Example** (As an official's spreadsheet has it)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.plain("  No. Peserta ") // => "nopeserta"
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const plain = (word: string): string =>
  word.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

/**
 * The number that stands for an absent cell: -1, or where -1 is a number of the column the least one there is.
 *
 * **Example** (A score and a day)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.absentOf(Column.integer({ minimum: 0 })) // => -1
 * Column.absentOf(Column.day()) // => -2147483648
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const absentOf = (column: Column): number => {
  if (column.kind === "day") return leastInteger
  if (column.kind === "integer") return column.minimum >= 0 ? -1 : leastInteger
  if (column.kind === "decimal") return column.minimum >= 0 ? -1 : Number.MIN_SAFE_INTEGER
  return -1
}

const leastInteger = -2_147_483_648

const common = (options: Options, unit: string, sample: string): Common => ({
  aliases: options.aliases ?? [],
  isPersonal: options.isPersonal ?? false,
  need: options.need ?? "none",
  sample: options.sample ?? sample,
  unit: options.unit ?? unit
})
