/**
 * The recap of an official appraisal system, read, checked and explained; never replaced.
 *
 * @since 0.1.0
 */
import * as Standing from "../law/Standing.ts"
import * as Predicate from "./Predicate.ts"

// --- models ---

/**
 * One row of a recap, as the official system wrote it.
 *
 * @category models
 * @since 0.1.0
 */
export interface RecapRow {
  /** Pseudonym of the person. */
  readonly person: string
  readonly workResult?: Predicate.Level
  readonly conduct?: Predicate.Level
  /** The predicate printed in the official record. */
  readonly official?: string
}

/**
 * What the check of one row found.
 *
 * @category models
 * @since 0.1.0
 */
export type Checked<P extends string = string> =
  | { readonly _tag: "Equal"; readonly person: string; readonly decided: Predicate.Decided<P> }
  | {
    readonly _tag: "Different"
    readonly person: string
    readonly official: string
    readonly decided: Predicate.Decided<P>
    /** Cells of the table that do hold the official predicate, so that a reader sees which judgement it would need. */
    readonly officialWouldNeed: ReadonlyArray<{ readonly workResult: Predicate.Level; readonly conduct: Predicate.Level }>
  }
  | {
    readonly _tag: "NotCheckable"
    readonly person: string
    readonly missing: ReadonlyArray<"work result" | "conduct" | "predicate">
  }

/**
 * A checked recap. It is a cross-check: the official record stays what it is.
 *
 * @category models
 * @since 0.1.0
 */
export interface Report<P extends string = string> {
  readonly standing: Standing.Standing
  readonly rows: ReadonlyArray<Checked<P>>
  readonly equal: number
  readonly different: number
  readonly notCheckable: number
}

// --- operations ---

/**
 * Compares each official predicate with the table.
 *
 * **Gotchas**
 *
 * The official record stays what it is. A row that differs is a question to the rater, not a correction.
 *
 * **Example** (A row without conduct)
 *
 * ```ts
 * import { Recap } from "@timbang/core/performance"
 * const row = (above: string, asExpected: string, below: string) => ({ above, "as-expected": asExpected, below })
 * const cells = { above: row("great", "good", "poor"), "as-expected": row("good", "good", "poor"), below: row("weak", "weak", "bad") }
 * const source = { instrument: "house rule", confidence: "host" } as const
 * const matrix = { predicates: ["great", "good", "weak", "poor", "bad"], cells, source }
 * Recap.check(matrix, [{ person: "p-1", workResult: "above", official: "good" }]).rows // => [{ _tag: "NotCheckable", person: "p-1", missing: ["conduct"] }]
 * Recap.check(matrix, [{ person: "p-2", workResult: "above", conduct: "below", official: "weak" }]).different // => 1
 * ```
 *
 * @category checking
 * @since 0.1.0
 */
export const check = <P extends string>(matrix: Predicate.Matrix<P>, rows: ReadonlyArray<RecapRow>): Report<P> => {
  const checked = rows.map((row) => checkRow(matrix, row))
  const count = (tag: Checked["_tag"]) => checked.filter(({ _tag }) => _tag === tag).length
  return {
    standing: Standing.crossCheck,
    rows: checked,
    equal: count("Equal"),
    different: count("Different"),
    notCheckable: count("NotCheckable")
  }
}

const checkRow = <P extends string>(matrix: Predicate.Matrix<P>, row: RecapRow): Checked<P> => {
  const { conduct, official, person, workResult } = row
  if (workResult === undefined || conduct === undefined || official === undefined) {
    return {
      _tag: "NotCheckable",
      person,
      missing: [
        ...(workResult === undefined ? ["work result" as const] : []),
        ...(conduct === undefined ? ["conduct" as const] : []),
        ...(official === undefined ? ["predicate" as const] : [])
      ]
    }
  }
  const decided = Predicate.of(matrix, workResult, conduct)
  if (decided.predicate === official) return { _tag: "Equal", person, decided }
  const officialWouldNeed = Predicate.levels.flatMap((result) =>
    Predicate.levels
      .filter((manner) => matrix.cells[result][manner] === official)
      .map((manner) => ({ workResult: result, conduct: manner }))
  )
  return { _tag: "Different", person, official, decided, officialWouldNeed }
}
