/**
 * The recap of an official appraisal record: one row for each person, as e-Kinerja exports it, with a pseudonym for the person.
 *
 * @since 0.1.0
 */
import * as Column from "../Column.ts"
import * as Layout from "../Layout.ts"
import * as Layouts from "../Layouts.ts"

/** A word that the record may have, with its further spellings. */
type Words<P extends string> = Readonly<Record<P, ReadonlyArray<string>>>

// --- columns ---

/**
 * The columns; `levels`, `predicates` and `organisations` give further words for each.
 *
 * - `workResult`, `conduct`, `official`: what the record prints. One left empty makes the row not checkable, and the report says why.
 * - `organisation`: the predicate of the unit, for the usual spread.
 *
 * A person is a pseudonym: a NIK is refused. The headers are also those of the layout `ekinerja-recap`.
 *
 * **Example** (A predicate as the form spells it)
 *
 * ```ts
 * import { RecapFile } from "@timbang/source-files"
 * const levels = { above: [], "as-expected": [], below: [] }
 * RecapFile.columnsOf(levels, { Baik: [], Kurang: ["misconduct"] }, { Baik: [] }).official.spellings.get("misconduct") // => 1
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columnsOf = <P extends string, O extends string>(levels: Words<"above" | "as-expected" | "below">, predicates: Words<P>, organisations: Words<O>) =>
  Layout.columnsBy(Layouts.of("ekinerja-recap"), {
    person: Column.identifier({ aliases: ["Pegawai", "Pseudonim"], need: "cell", isUnique: true, refusesNik: true, sample: "pegawai-017" }),
    unit: Column.text({ aliases: ["Unit Kerja"], need: "cell", sample: "Dukcapil" }),
    workResult: Column.code(levels, { aliases: ["Hasil Kerja"], need: "column", sample: "as-expected" }),
    conduct: Column.code(levels, { aliases: ["Perilaku"], need: "column", sample: "above" }),
    official: Column.code(predicates, { aliases: ["Predikat"], need: "column" }),
    organisation: Column.code(organisations, { aliases: ["Predikat Organisasi"], sample: "Baik" })
  })
