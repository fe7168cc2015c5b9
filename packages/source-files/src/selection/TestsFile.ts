/**
 * The tests of a second exam that an agency announced, as a CSV or XLSX file.
 *
 * @since 0.1.0
 */
import type { Correction, Fault } from "@timbang/core/input"
import type { SecondExam } from "@timbang/core/selection"
import { Effect } from "effect"
import * as Column from "../Column.ts"
import * as Table from "../Table.ts"

// --- models ---

/**
 * The tests of a file, in its order.
 *
 * @category models
 * @since 0.1.0
 */
export interface TestsRead {
  readonly tests: ReadonlyArray<SecondExam.AnnouncedTest>
  readonly corrections: ReadonlyArray<Correction.Correction>
  readonly origin: Table.Origin
}

// --- operations ---

/**
 * The columns of a file of tests: `test`, `kind`, `main`, `percent` and, where they are not the usual ones, `title`, `outOf`,
 * `decimals` and `excludesBelow`.
 *
 * **Example** (A score of at most 100 with three decimals unless said otherwise)
 *
 * ```ts
 * import { TestsFile } from "@timbang/source-files"
 * [TestsFile.columns.outOf.need, TestsFile.columns.decimals.need] // => ["none", "none"]
 * ```
 *
 * @category columns
 * @since 0.1.0
 */
export const columns = {
  test: Column.identifier({ aliases: ["Tes", "Kode Tes"], need: "cell", isUnique: true, sample: "cat" }),
  title: Column.text({ aliases: ["Nama Tes", "Judul"], sample: "SKB dengan CAT" }),
  kind: Column.text({ aliases: ["Jenis", "Jenis Tes"], need: "cell", sample: "cat" }),
  main: Column.code({ yes: ["ya", "utama"], no: ["tidak", "tambahan"] }, { aliases: ["Utama", "Tes Utama"], need: "cell" }),
  percent: Column.integer({ aliases: ["Bobot", "Persen"], need: "cell", minimum: 1, maximum: 100, sample: "100" }),
  outOf: Column.integer({ aliases: ["Nilai Maksimum", "Skala"], minimum: 1, maximum: 10_000, sample: "100" }),
  decimals: Column.integer({ aliases: ["Desimal"], maximum: 3, sample: "3" }),
  excludesBelow: Column.integer({ aliases: ["Gugur Di Bawah", "Batas Gugur"], maximum: 10_000, sample: "" })
}

/**
 * Reads a file of announced tests, or fails with every fault of it. Whether the law allows them is for `Announcement.apply`.
 *
 * **Example** (Two tests)
 *
 * ```ts
 * import { Effect } from "effect"
 * import { TestsFile } from "@timbang/source-files"
 * const bytes = new TextEncoder().encode("test,kind,main,percent,excludesBelow\ncat,cat,ya,60,\nlari,samapta,tidak,40,50\n")
 * const { tests } = await Effect.runPromise(TestsFile.read({ file: "T.csv", bytes }))
 * tests[1] // => { id: "lari", title: "lari", kind: "samapta", main: false, percent: 40, outOf: 100, decimals: 3, excludesBelow: 50 }
 * ```
 *
 * @category reading
 * @since 0.1.0
 */
export const read: (input: Table.Input) => Effect.Effect<TestsRead, Fault.InputRefused> = Effect.fn("TestsFile.read")(function*(input: Table.Input) {
  const table = yield* Table.read(input, columns)
  const { decimals, excludesBelow, kind, main, outOf, percent, test, title } = table.columns
  const tests = test.map((id, i): SecondExam.AnnouncedTest => ({
    id,
    title: title[i] === "" ? id : title[i]!,
    kind: kind[i]!,
    main: columns.main.values[main[i]!] === "yes",
    percent: percent[i]!,
    outOf: outOf[i]! < 0 ? 100 : outOf[i]!,
    decimals: decimals[i]! < 0 ? 3 : decimals[i]!,
    ...(excludesBelow[i]! < 0 ? {} : { excludesBelow: excludesBelow[i]! })
  }))
  const made: TestsRead = { tests, corrections: table.corrections, origin: table.origin }
  return made
})
