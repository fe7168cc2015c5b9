/**
 * Sentences for the faults of an input file: where, what was found, what to do.
 *
 * @since 0.1.0
 */
import type { Fault } from "@timbang/core/input"
import { english } from "./faults.en.ts"
import { indonesian } from "./faults.id.ts"
import { type Language, say } from "../Sentences.ts"

/**
 * The sentence of one fault, its place in front.
 *
 * **Example** (A score off its step)
 *
 * ```ts
 * import { Faults } from "@timbang/language"
 * const fault = { _tag: "OffStep", file: "P.csv", row: 3, column: "twk", found: "66", step: "5" } as const
 * Faults.sentence(fault, "en") // => 'P.csv, row 3, column twk: found "66", which is not on the step of 5. Write a multiple of 5.'
 * Faults.sentence(fault, "id") // => 'P.csv, baris 3, kolom twk: ditemukan "66", bukan kelipatan 5. Tulis kelipatan 5.'
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const sentence = (fault: Fault.Fault, language: Language): string =>
  `${place(fault, language)}: ${say(language === "id" ? indonesian : english, fault)}`

/**
 * All faults of a refused file, one a line, and how many more there are.
 *
 * **Example** (An empty file)
 *
 * ```ts
 * import { Fault } from "@timbang/core/input"
 * import { Faults } from "@timbang/language"
 * const refused = new Fault.InputRefused({ file: "P.csv", faults: [{ _tag: "FileEmpty", file: "P.csv" }], total: 1 })
 * Faults.lines(refused, "en") // => ["P.csv: the first row holds no header. Put the names of the columns there."]
 * ```
 *
 * @category rendering
 * @since 0.1.0
 */
export const lines = (refused: Fault.InputRefused, language: Language): ReadonlyArray<string> => {
  const more = refused.total - refused.faults.length
  const said = refused.faults.map((fault) => sentence(fault, language))
  if (more === 0) return said
  return [...said, language === "id" ? `${refused.file}: dan ${more} kesalahan lain.` : `${refused.file}: and ${more} more faults.`]
}

const place = (fault: Fault.Fault, language: Language): string => {
  const [row, column] = language === "id" ? ["baris", "kolom"] : ["row", "column"]
  const parts = [fault.file]
  if ("row" in fault) parts.push(`${row} ${fault.row}`)
  if ("column" in fault) parts.push(`${column} ${fault.column}`)
  if ("path" in fault && fault.path !== "") parts.push(fault.path)
  return parts.join(", ")
}
