/**
 * The kinds of columns, what is said of each, and what their cells are kept in.
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
  /** Made-up cells of further rows, for what a template of one row cannot show; a column with fewer repeats its last. */
  readonly further: ReadonlyArray<string>
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
  /** What it may name, and the file that lists it; anything where absent. */
  readonly listed?: { readonly keys: ReadonlySet<string>; readonly file: string }
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
 * A figure of any size and any decimals, kept as the nearest binary number; for what is measured, never for what decides a post.
 *
 * @category models
 * @since 0.1.0
 */
export interface Figure extends Common {
  readonly kind: "figure"
  readonly minimum: number
  readonly maximum: number
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
export type Column = Identifier | Reference | Text | Integer | Decimal | Figure | Day | Code

/**
 * The columns of a table by their canonical header.
 *
 * @category models
 * @since 0.1.0
 */
export type Columns = Readonly<Record<string, Column>>

/**
 * What the cells of a column are kept in. An absent cell is `""` in texts, NaN in figures and {@link absentOf} in other numbers.
 *
 * - identifier, text: a list of texts.
 * - reference: keys, and an index for each row.
 * - integer: `Int32Array`. decimal: `Float64Array` of whole numbers of the last decimal.
 * - figure: `Float64Array`.
 * - day: `Int32Array` of days since 1970-01-01.
 * - code: `Int16Array` of indices into the column's `values`.
 *
 * @category models
 * @since 0.1.0
 */
export type Values<C extends Column> = C extends Identifier | Text ? ReadonlyArray<string>
  : C extends Reference ? References
  : C extends Integer | Day ? Int32Array
  : C extends Decimal | Figure ? Float64Array
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
  readonly further?: ReadonlyArray<string>
}
