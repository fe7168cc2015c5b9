/**
 * Descriptions of the columns a table is read into: under which headers, as what, and how strictly.
 *
 * @since 0.1.0
 */
import { distance } from "fastest-levenshtein"
import type { Code, Column, Common, Day, Decimal, Figure, Identifier, Integer, Options, Reference, Text } from "./ColumnKind.ts"

export type * from "./ColumnKind.ts"

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
 * An identifier of something else that many rows share, such as the formation of a participant. With `listed`, one that is
 * not on that list is a fault of its cell.
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
export const reference = (options: Options & Pick<Reference, "listed"> = {}): Reference => ({
  kind: "reference",
  ...(options.listed === undefined ? {} : { listed: options.listed }),
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
 * A figure of any size and any decimals; limits included.
 *
 * **Example** (A rate)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * Column.figure({ minimum: 0, maximum: 100 }).unit // => "0-100"
 * Column.figure().unit // => ""
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const figure = (options: Options & { readonly minimum?: number; readonly maximum?: number } = {}): Figure => {
  const { maximum = Infinity, minimum = -Infinity } = options
  const range = maximum < Infinity ? `${minimum}-${maximum}` : minimum > -Infinity ? `>= ${minimum}` : ""
  return { kind: "figure", maximum, minimum, ...common(options, range, "1.5") }
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
 * The word of a list that comes closest, if any comes close: at most a third of its letters differ.
 *
 * **Details**
 *
 * Words are given in the spelling of {@link plain} and as they are shown; of two as close the first stands.
 *
 * **Example** (A slip, and no slip)
 *
 * ```ts
 * import { Column } from "@timbang/source-files"
 * const words = ["teacher", "engineer"].map((word) => [word, word] as const)
 * Column.nearest("Techer", words) // => "teacher"
 * Column.nearest("nurse", words) // => undefined
 * ```
 *
 * @category comparing
 * @since 0.1.0
 */
export const nearest = (word: string, words: Iterable<readonly [plain: string, shown: string]>): string | undefined => {
  const sought = plain(word)
  let best: string | undefined
  let least = Math.max(2, Math.floor(sought.length / 3)) + 1
  for (const [spelling, shown] of words) {
    const away = distance(sought, spelling)
    if (away < least && away < Math.max(spelling.length, sought.length)) {
      least = away
      best = shown
    }
  }
  return best
}

/**
 * The number that stands for an absent cell: NaN in figures; else -1, or where -1 is a number of the column the least one there is.
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
  return column.kind === "figure" ? NaN : -1
}

const leastInteger = -2_147_483_648

const common = (options: Options, unit: string, sample: string): Common => ({
  aliases: options.aliases ?? [],
  isPersonal: options.isPersonal ?? false,
  need: options.need ?? "none",
  sample: options.sample ?? sample,
  further: options.further ?? [],
  unit: options.unit ?? unit
})
